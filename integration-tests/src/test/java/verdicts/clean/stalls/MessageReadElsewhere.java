package verdicts.clean.stalls;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/** The next message in the queue leads to the latch, but a slow clerk has it at hand too. */
@Clean(options = "stall-threshold=1s")
public final class MessageReadElsewhere {
  private record Message(CountDownLatch read) {}

  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<Message> box = new LinkedBlockingQueue<>();
    CountDownLatch answered = new CountDownLatch(1);
    Thread postman =
        Stage.start(
            "postman",
            () -> {
              box.take();
              answered.await();
            });
    box.put(new Message(new CountDownLatch(1)));
    Message next = new Message(answered);
    box.put(next);
    Thread clerk =
        Stage.start(
            "clerk",
            () -> {
              Stage.pauseBeyondPatience();
              next.read().countDown();
            });
    Stage.join(clerk, postman);
    System.out.println("read");
  }
}
