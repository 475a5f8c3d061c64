package verdicts.deadlock.classinit;

import verdicts.Stage;
import verdicts.Verdict;

/** An initialiser waits for a thread whose code is in the class being initialised. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"loader", "helper"})
public final class InitialiserJoins {
  /** Fills its table in another thread. */
  static final class Table {
    static int size;
    static Thread helper;

    static {
      helper = Stage.start("helper", () -> size++);
      try {
        helper.join();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  public static void main(String[] args) {
    Thread loader = Stage.start("loader", () -> System.out.println(Table.size));
    Stage.stuck(loader);
  }
}
