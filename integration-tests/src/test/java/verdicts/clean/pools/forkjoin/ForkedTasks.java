package verdicts.clean.pools.forkjoin;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Fork-join tasks fork and join in a pool of two: who joins helps. */
@Clean
public final class ForkedTasks {
  /** Counts leaves, each of which takes a while. */
  static final class Tree extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;
    private final int height;

    Tree(int height) {
      this.height = height;
    }

    @Override
    protected Integer compute() {
      if (height == 0) {
        Stage.sleep(20);
        return 1;
      }
      Tree left = new Tree(height - 1);
      Tree right = new Tree(height - 1);
      left.fork();
      return right.invoke() + left.join();
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool two = Pools.forkJoin("tree", 2);
    System.out.println(one.invoke(new Tree(6)) + two.invoke(new Tree(7)));
    System.out.println(
        two.submit(() -> ForkJoinTask.invokeAll(List.of(new Tree(2), new Tree(3))).size()).get());
    Pools.end(one, two);
  }
}
