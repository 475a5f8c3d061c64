package verdicts.pooldeadlock.ownpool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * Four orders meet in a pool of four, and each needs a dish from the same pool: all cooks wait, the
 * dishes stay in the queue, and so do three more orders.
 */
@Verdict(
    kind = "pool-deadlock",
    threads = {"pool-1-thread-1", "pool-1-thread-2", "pool-1-thread-3", "pool-1-thread-4"},
    pools = "pool-1",
    needs = 5,
    summary = "4 of 4",
    waitingBehind = 1)
public final class PoolOfFour {
  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Meeting meeting = new Meeting(5);
    List<Future<?>> orders = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      orders.add(
          pool.submit(
              () -> {
                meeting.meet();
                Future<?> dish = pool.submit(() -> System.out.println("never"));
                return dish.get(); // waits
              }));
    }
    Stage.awaitRest(Stage.start("guest", () -> orders.get(0).get()));
    meeting.meet();
    Stage.stuckNamed("pool-1-thread-1", "pool-1-thread-2", "pool-1-thread-3", "pool-1-thread-4");
  }
}
