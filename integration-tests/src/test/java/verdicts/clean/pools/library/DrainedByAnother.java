package verdicts.clean.pools.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.pooldeadlock.library.Worker;

/** A thread waits for a task in its own queue, which another drains, though not often. */
@Clean
public final class DrainedByAnother {
  public static void main(String[] args) throws Exception {
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    FutureTask<String> inner = new FutureTask<>(() -> "done");
    Meeting drained = new Meeting(2);
    Meeting meeting = new Meeting(2);
    Thread drainer =
        Stage.start(
            "drainer",
            () -> {
              List<Runnable> tasks = new ArrayList<>();
              queue.drainTo(tasks);
              drained.meet();
              meeting.meet();
              Stage.pauseBeyondPatience();
              queue.drainTo(tasks);
              tasks.forEach(Runnable::run);
            });
    FutureTask<String> waits =
        new FutureTask<>(
            () -> {
              meeting.meet();
              queue.put(inner);
              return inner.get();
            });
    drained.meet();
    Thread taker = Worker.start("taker", queue);
    queue.put(waits);
    System.out.println(waits.get());
    taker.interrupt();
    Stage.join(taker, drainer);
  }
}
