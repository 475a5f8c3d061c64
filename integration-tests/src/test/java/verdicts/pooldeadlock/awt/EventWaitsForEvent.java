package verdicts.pooldeadlock.awt;

import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;
import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** An event of AWT waits for what only a later event does. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "AWT-EventQueue-0",
    pools = "AWT-EventQueue",
    flags = "-Djava.awt.headless=true")
public final class EventWaitsForEvent {
  private static void load() throws InterruptedException {
    CountDownLatch shown = new CountDownLatch(1);
    EventQueue.invokeLater(shown::countDown);
    shown.await(); // waits
  }

  public static void main(String[] args) {
    Meeting running = new Meeting(2);
    EventQueue.invokeLater(
        Body.task(
            () -> {
              running.meet();
              load();
            }));
    running.meet();
    Stage.stuck(Stage.named("AWT-EventQueue-0"));
  }
}
