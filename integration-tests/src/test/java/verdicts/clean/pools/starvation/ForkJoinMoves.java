package verdicts.clean.pools.starvation;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Two workers are busy with a tree of short tasks for much longer than any of them takes. */
@Clean(options = "pool-threshold=1s")
public final class ForkJoinMoves {
  /** Counts leaves. */
  static final class Tree extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;
    private final int height;

    Tree(int height) {
      this.height = height;
    }

    @Override
    protected Integer compute() {
      if (height == 0) {
        Stage.sleep(200);
        return 1;
      }
      Tree left = new Tree(height - 1);
      left.fork();
      return new Tree(height - 1).compute() + left.join();
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = Pools.forkJoin("tree", 2);
    System.out.println(pool.invoke(new Tree(6)));
    Pools.end(pool);
  }
}
