package verdicts.clean.stalls;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** The first attempt fails before it counts; a second one is due some time later. */
@Clean(options = "stall-threshold=1s")
public final class RetriedLater {
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicBoolean failed = new AtomicBoolean();

  private void attempt() {
    Stage.longPause();
    if (failed.compareAndSet(false, true)) {
      throw new IllegalStateException("try again");
    }
    done.countDown();
  }

  public static void main(String[] args) throws InterruptedException {
    RetriedLater work = new RetriedLater();
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, Pools.named("timer"));
    timer.schedule(work::attempt, 100, TimeUnit.MILLISECONDS);
    timer.schedule(work::attempt, 8, TimeUnit.SECONDS);
    work.done.await();
    System.out.println("done");
    Pools.end(timer);
  }
}
