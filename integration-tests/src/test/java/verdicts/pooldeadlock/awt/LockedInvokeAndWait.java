package verdicts.pooldeadlock.awt;

import java.awt.EventQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread waits for an event of AWT with a lock that an event before it wants. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = {"AWT-EventQueue-0", "saver"},
    pools = "AWT-EventQueue",
    tasks = "LockedInvokeAndWait",
    summary = "saver waits for 1 task queued in AWT-EventQueue",
    flags = "-Djava.awt.headless=true")
public final class LockedInvokeAndWait {
  private static final Object MODEL = new Object();

  private static void repaint() {
    synchronized (MODEL) { // waits
      System.out.println("never");
    }
  }

  private static void save() throws Exception {
    synchronized (MODEL) { // holds
      EventQueue.invokeLater(LockedInvokeAndWait::repaint);
      EventQueue.invokeAndWait(() -> System.out.println("never")); // waits
    }
  }

  public static void main(String[] args) throws Exception {
    EventQueue.invokeAndWait(() -> {});
    Thread saver = Stage.start("saver", LockedInvokeAndWait::save);
    Stage.stuck(saver, Stage.named("AWT-EventQueue-0"));
  }
}
