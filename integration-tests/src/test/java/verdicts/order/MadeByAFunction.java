package verdicts.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * A single writer, which is locked where it comes from a function: the function may have made it,
 * so that nobody else knows it, or may have had it for long.
 */
@Predicted(
    certainty = "possible",
    threads = {"maker", "user"},
    lockNames = {"MadeByAFunction.all", "Writer.lock"})
public final class MadeByAFunction {
  private static final List<Writer> all = new ArrayList<>();

  private static final class Writer {
    private final ReentrantLock lock = new ReentrantLock();

    void lock() {
      lock.lock(); // holds // waits, if it is known
    }

    void unlock() {
      lock.unlock();
    }
  }

  private static void make(Supplier<Writer> function) {
    synchronized (all) { // holds
      Writer writer = function.get();
      writer.lock();
      all.add(writer);
      writer.unlock();
    }
  }

  private static void use() {
    Writer known;
    synchronized (all) {
      known = all.get(0);
    }
    known.lock();
    try {
      synchronized (all) { // waits
        System.out.println(all.size());
      }
    } finally {
      known.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Thread maker = Stage.start("maker", () -> luck.turn(0, () -> make(Writer::new)));
    Thread user = Stage.start("user", () -> luck.turn(1, MadeByAFunction::use));
    Stage.join(maker, user);
  }
}
