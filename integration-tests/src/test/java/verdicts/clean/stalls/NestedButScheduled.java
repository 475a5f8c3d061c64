package verdicts.clean.stalls;

import java.util.List;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** A loop of one's own runs jobs from time to time, and one of them wakes the sleeper. */
@Clean(options = {"stall-threshold=1s", "lock-threshold=600s"})
public final class NestedButScheduled {
  private static final Object session = new Object();
  private static final Object reply = new Object();
  private static boolean isThere;

  private static void await() throws InterruptedException {
    synchronized (session) {
      synchronized (reply) {
        while (!isThere) {
          reply.wait();
        }
      }
    }
  }

  private static void cancel() {
    synchronized (session) {
      arrive();
    }
  }

  private static void arrive() {
    synchronized (reply) {
      isThere = true;
      reply.notifyAll();
    }
  }

  /** Refers to nothing that wakes anybody. */
  private record Loop(List<Body> jobs) {
    void turn() throws Exception {
      for (Body job : jobs) {
        Stage.pauseBeyondPatience();
        job.run();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread asking = Stage.start("asking", NestedButScheduled::await);
    Stage.awaitRest(asking);
    Thread cancelling = Stage.start("cancelling", NestedButScheduled::cancel);
    Loop loop = new Loop(List.of(() -> {}, NestedButScheduled::arrive));
    Thread looping = Stage.start("looping", loop::turn);
    Stage.join(asking, cancelling, looping);
    System.out.println("all came");
  }
}
