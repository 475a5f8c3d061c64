package verdicts.clean.pools.ownpool;

import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A tree of tasks with a pool for each level: workers of three levels wait at the same time. */
@Clean
public final class LevelsOfPools {
  private static final ExecutorService[] levels = {
    Pools.fixed("leaf", 1), Pools.fixed("twig", 1), Pools.fixed("branch", 2), Pools.fixed("root", 1)
  };

  private static int height(int level) throws Exception {
    if (level == 0) {
      Stage.longPause();
      return 1;
    }
    return 1 + levels[level - 1].submit(() -> height(level - 1)).get();
  }

  public static void main(String[] args) throws Exception {
    System.out.println(levels[3].submit(() -> height(3)).get());
    Pools.end(levels);
  }
}
