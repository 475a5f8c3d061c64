package verdicts.clean.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/**
 * A single writer, which is locked where it is made, before it is put where others find it: by the
 * lock inside of it, and by its constructor.
 */
@Clean
public final class LockedWhileMade {
  private static final List<Writer> all = new ArrayList<>();

  private static final class Writer {
    private final ReentrantLock lock = new ReentrantLock();
    private int documents;

    Writer() {
      synchronized (this) { // Nobody can have it.
        documents = 1;
      }
    }

    synchronized int addTo(List<Writer> table) {
      synchronized (table) {
        return table.size() + documents;
      }
    }
  }

  private static void make() {
    synchronized (all) {
      Writer writer = new Writer();
      writer.lock.lock();
      try {
        all.add(writer);
      } finally {
        writer.lock.unlock();
      }
    }
  }

  private static void use() {
    Writer known;
    synchronized (all) {
      known = all.get(0);
    }
    known.lock.lock();
    try {
      synchronized (all) {
        all.size();
      }
    } finally {
      known.lock.unlock();
    }
    System.out.println(known.addTo(all));
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Thread maker = Stage.start("maker", () -> luck.turn(0, LockedWhileMade::make));
    Thread user = Stage.start("user", () -> luck.turn(1, LockedWhileMade::use));
    Stage.join(maker, user);
  }
}
