package verdicts.poolstarvation;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Both workers get on with their tasks, but many more come: each waits longer than the last. */
@Verdict(
    kind = "pool-starvation",
    certainty = "possible",
    pools = "busy",
    summary = {"2 of 2 workers end fewer tasks than come", "2 of 2 in Stage.sleep"},
    resolved = true,
    withinSeconds = 40,
    options = "pool-threshold=1s")
public final class MoreThanItServes {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("busy", 2);
    AtomicBoolean open = new AtomicBoolean(true);
    Thread clients =
        Stage.start(
            "clients",
            () -> {
              for (long served = -1; open.get(); Stage.sleep(5)) {
                long more = pool.getCompletedTaskCount() - served;
                served += more;
                for (int i = 0; i < 4 * more; i++) {
                  pool.execute(() -> Stage.sleep(100));
                }
              }
            });
    Stage.stuckNamed("busy-1", "busy-2");
    open.set(false);
    clients.join();
    pool.getQueue().clear();
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
