package verdicts.clean.pools.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.pooldeadlock.library.OwnQueue;
import verdicts.pooldeadlock.library.Worker;

/** The same for a queue of a class of its own: one thread waits, the other takes, though late. */
@Clean
public final class SlowTakerOfOwnQueue {
  public static void main(String[] args) throws Exception {
    BlockingQueue<Runnable> queue = new OwnQueue<>(8);
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
