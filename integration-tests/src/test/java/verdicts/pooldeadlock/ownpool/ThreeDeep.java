package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A task needs a task that needs a task, in a pool of two. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"tree-1", "tree-2"},
    pools = "tree",
    needs = 3)
public final class ThreeDeep {
  private static final ExecutorService tree = Pools.fixed("tree", 2);

  private static int height(int below) throws Exception {
    return below == 0 ? 1 : 1 + tree.submit(() -> height(below - 1)).get(); // waits
  }

  public static void main(String[] args) {
    tree.submit(() -> height(3));
    Stage.stuckNamed("tree-1", "tree-2");
  }
}
