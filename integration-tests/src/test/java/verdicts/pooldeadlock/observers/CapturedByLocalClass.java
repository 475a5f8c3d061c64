package verdicts.pooldeadlock.observers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The observer is an anonymous class that has captured the latch. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "single-1",
    pools = "single",
    needs = 2)
public final class CapturedByLocalClass {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("single", 1);
    pool.submit(
        () -> {
          CountDownLatch done = new CountDownLatch(1);
          Source.of(() -> 20)
              .on(pool)
              .map(n -> n + 1)
              .subscribe(
                  new Observer<>() {
                    @Override
                    public void onValue(Integer value) {
                      System.out.println(value);
                      done.countDown();
                    }
                  });
          done.await();
          return null;
        });
    Stage.stuckNamed("single-1");
  }
}
