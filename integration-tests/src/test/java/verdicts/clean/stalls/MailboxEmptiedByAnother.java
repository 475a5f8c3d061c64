package verdicts.clean.stalls;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/** Two actors fill each other's mailboxes, but a third one helps out before long. */
@Clean(options = "stall-threshold=1s")
public final class MailboxEmptiedByAnother {
  private static final BlockingQueue<Integer> LEFT = new ArrayBlockingQueue<>(1);
  private static final BlockingQueue<Integer> RIGHT = new ArrayBlockingQueue<>(1);

  private static void play(BlockingQueue<Integer> own, BlockingQueue<Integer> other)
      throws InterruptedException {
    other.put(1);
    other.put(2);
    own.take();
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ping = Stage.start("ping", () -> play(LEFT, RIGHT));
    Thread pong = Stage.start("pong", () -> play(RIGHT, LEFT));
    Stage.awaitRest(ping, pong);
    Stage.pauseBeyondPatience();
    LEFT.take();
    RIGHT.take();
    Stage.join(ping, pong);
    System.out.println("played");
  }
}
