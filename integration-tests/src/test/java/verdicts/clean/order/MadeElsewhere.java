package verdicts.clean.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/**
 * Writers that are locked before anybody else knows them, where the code does not show it: each of
 * many is one that nobody has locked before.
 */
@Clean
public final class MadeElsewhere {
  private static final List<Writer> all = new ArrayList<>();

  private static final class Writer {
    private final ReentrantLock lock = new ReentrantLock();
  }

  private static Writer make() {
    return new Writer();
  }

  private static void add() {
    for (int i = 0; i < 10; i++) {
      synchronized (all) {
        Writer writer = make();
        writer.lock.lock();
        all.add(writer);
        writer.lock.unlock();
      }
    }
  }

  private static void use() {
    int documents = 0;
    for (Writer known : all) {
      known.lock.lock();
      synchronized (all) {
        documents += all.size();
      }
      known.lock.unlock();
    }
    System.out.println(documents);
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("maker", () -> luck.turn(0, MadeElsewhere::add)),
        Stage.start("other maker", () -> luck.turn(1, MadeElsewhere::add)),
        Stage.start("user", () -> luck.turn(2, MadeElsewhere::use)));
  }
}
