package verdicts.pooldeadlock.shutdown;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import verdicts.Body;
import verdicts.Stage;
import verdicts.Verdict;

/** A timer task waits for a future task that another task of the timer would run. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "alarm")
public final class TimerFuture {
  /** Runs something, after it has told the time. */
  static final class Job extends TimerTask {
    private final Runnable work;

    Job(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      work.run();
    }
  }

  public static void main(String[] args) throws Exception {
    Timer timer = new Timer("alarm", true);
    CountDownLatch begun = new CountDownLatch(1);
    timer.schedule(
        new Job(
            Body.task(
                () -> {
                  FutureTask<String> later = new FutureTask<>(() -> "never");
                  timer.schedule(new Job(later), 1);
                  begun.countDown();
                  System.out.println(later.get()); // waits
                })),
        1);
    begun.await();
    Stage.stuckNamed("alarm");
  }
}
