package exercise;

import java.util.logging.LogManager;
import java.util.logging.Logger;
import verdicts.Stage;

/**
 * A log manager that only the application's class loader knows, as application servers have: an
 * agent that touches java.util.logging before them makes the JVM fall back to its own for good.
 */
public final class OwnLogManager {
  public static void main(String[] args) {
    Stage.longPause();
    Logger.getLogger("shop").fine("nothing");
    System.out.println(LogManager.getLogManager().getClass().getName());
  }

  /** The one that the system property names. */
  public static final class Manager extends LogManager {}
}
