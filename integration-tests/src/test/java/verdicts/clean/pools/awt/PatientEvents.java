package verdicts.clean.pools.awt;

import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * A thread waits for its event, with a lock, behind one that takes long; and an event waits for
 * another one in a loop of its own, as modal dialogs do.
 */
@Clean(flags = "-Djava.awt.headless=true")
public final class PatientEvents {
  private static final Object MODEL = new Object();

  private static void waitInLoop() {
    SecondaryLoop loop = Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
    Meeting entered = new Meeting(2);
    EventQueue.invokeLater(entered::meet);
    Thread closing =
        Stage.start(
            "closing",
            () -> {
              entered.meet();
              Stage.longPause();
              EventQueue.invokeAndWait(loop::exit);
            });
    loop.enter();
    System.out.println("the loop has ended, " + closing.getName());
  }

  public static void main(String[] args) throws Exception {
    EventQueue.invokeLater(Stage::pauseBeyondPatience);
    Thread saver =
        Stage.start(
            "saver",
            () -> {
              synchronized (MODEL) {
                EventQueue.invokeAndWait(() -> System.out.println("saved"));
              }
            });
    saver.join();
    EventQueue.invokeAndWait(PatientEvents::waitInLoop);
    System.out.println("done");
  }
}
