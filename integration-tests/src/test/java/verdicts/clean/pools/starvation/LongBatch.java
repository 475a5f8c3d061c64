package verdicts.clean.pools.starvation;

import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Most tasks of a batch wait for much longer than the threshold; but nothing more comes. */
@Clean(options = "pool-threshold=500ms")
public final class LongBatch {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("batch", 2);
    for (int i = 0; i < 300; i++) {
      pool.execute(() -> Stage.sleep(40));
    }
    Pools.end(pool);
    System.out.println(pool.getCompletedTaskCount());
  }
}
