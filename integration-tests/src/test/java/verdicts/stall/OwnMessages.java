package verdicts.stall;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * The one thread that hands out messages waits, in the middle of one, for what the next one says.
 */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "postman",
    summary = {"latch", "postman takes from a queue in which 1 element waits that leads to it"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class OwnMessages {
  /** A message is no task: what becomes of it only the postman knows. */
  private record Message(String text, CountDownLatch read) {}

  private final BlockingQueue<Message> box = new LinkedBlockingQueue<>();

  private void handOut() throws InterruptedException {
    while (true) {
      Message message = box.take();
      if (message.text().equals("ask")) {
        CountDownLatch answered = new CountDownLatch(1);
        box.put(new Message("answer", answered));
        answered.await();
      }
      message.read().countDown();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    OwnMessages office = new OwnMessages();
    Thread postman = Stage.start("postman", office::handOut);
    office.box.put(new Message("ask", new CountDownLatch(1)));
    Stage.stuck(postman);
  }
}
