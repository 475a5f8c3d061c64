package verdicts.clean.virtual;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/** A million short virtual threads that lock: memory must stay flat. */
@Clean(since = 21, flags = "-Xmx96m", says = "1000000 flat\n")
public final class MillionVirtualThreads {
  private static final int BATCH = 2_000;
  private static final int BATCHES = 500;
  private static final long MORE_BYTES = 8 << 20;

  private static int count;

  private static void batch(Object monitor, ReentrantLock lock) throws InterruptedException {
    Thread[] threads = new Thread[BATCH];
    for (int i = 0; i < BATCH; i++) {
      threads[i] =
          Virtual.start(
              "",
              () -> {
                synchronized (monitor) {
                  count++;
                }
                lock.lock();
                lock.unlock();
              });
    }
    Stage.join(threads);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Stage.sleep(400);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    long before = 0;
    for (int i = 0; i < BATCHES; i++) {
      if (i == BATCHES / 10) {
        before = used();
      }
      batch(monitor, lock);
    }
    long more = used() - before;
    System.out.println(count + (more < MORE_BYTES ? " flat" : " grown by " + more));
  }
}
