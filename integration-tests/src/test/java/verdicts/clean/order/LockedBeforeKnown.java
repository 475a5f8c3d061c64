package verdicts.clean.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** Who locks what it has just made, before anyone else can know it, waits for nobody. */
@Clean
public final class LockedBeforeKnown {
  private static final Deque<Writer> free = new ArrayDeque<>();
  private static final List<Writer> all = new ArrayList<>();
  private static int documents;

  private static final class Writer {
    private final ReentrantLock lock = new ReentrantLock();
  }

  private static Writer make() {
    synchronized (free) {
      Writer writer = new Writer();
      writer.lock.lock();
      all.add(writer);
      return writer;
    }
  }

  private static void add() {
    Writer made = make();
    made.lock.unlock();
    synchronized (free) {
      free.push(made);
    }
  }

  private static void index(Meeting start) {
    start.meet();
    for (int i = 0; i < 100; i++) {
      add();
      Stage.sleep(1);
      Writer old;
      synchronized (free) {
        old = free.removeLast();
      }
      old.lock.lock();
      synchronized (free) {
        documents++;
      }
      old.lock.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Meeting start = new Meeting(4);
    add(); // so that each gets what another one has made
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Stage.start("worker-" + i, () -> index(start));
    }
    Stage.join(threads);
    System.out.println(documents);
  }
}
