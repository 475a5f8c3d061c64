package verdicts.clean.pools.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.pooldeadlock.library.Worker;

/** One thread waits for a task in the queue, the other is busy for long and then takes it. */
@Clean
public final class SlowTaker {
  public static void main(String[] args) throws Exception {
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    FutureTask<String> inner = new FutureTask<>(() -> "done");
    FutureTask<String> waits =
        new FutureTask<>(
            () -> {
              Stage.longPause();
              queue.put(inner);
              return inner.get();
            });
    FutureTask<Void> slow =
        new FutureTask<>(
            () -> {
              Stage.longPause();
              Stage.pauseBeyondPatience();
              return null;
            });
    queue.add(waits);
    queue.add(slow);
    Thread one = Worker.start("loop-1", queue);
    Thread other = Worker.start("loop-2", queue);
    System.out.println(waits.get());
    slow.get();
    one.interrupt();
    other.interrupt();
    Stage.join(one, other);
  }
}
