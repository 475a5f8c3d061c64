package verdicts.order;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * Different locks in both threads, without a class or a field of their own: what they have in
 * common is the method that gives them.
 */
@Predicted(
    certainty = "possible",
    threads = {"a", "b"},
    summary = {"Tables.lockOf()", "Schema", "might meet"})
public final class LocksByName {
  private static final class Tables {
    private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();
    private int changes;

    private static Object lockOf(String table) {
      Object lock = new Object();
      Object known = LOCKS.putIfAbsent(table, lock);
      return known == null ? lock : known;
    }

    void insert(String table, Schema schema) {
      synchronized (lockOf(table)) {
        schema.check();
        changes++;
      }
    }

    void drop(String table) {
      synchronized (lockOf(table)) {
        changes++;
      }
    }
  }

  private static final class Schema {
    private int checks;

    synchronized void check() {
      checks++;
    }

    synchronized void forget(Tables tables, String table) {
      checks++;
      tables.drop(table);
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Tables tables = new Tables();
    Schema one = new Schema();
    Schema other = new Schema();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> tables.insert("orders", one))),
        Stage.start("b", () -> luck.turn(1, () -> other.forget(tables, "customers"))));
    System.out.println(tables.changes + one.checks + other.checks);
  }
}
