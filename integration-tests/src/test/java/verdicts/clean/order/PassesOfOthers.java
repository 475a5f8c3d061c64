package verdicts.clean.order;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Gates that others open: who has passed one holds nothing that the other waits for. */
@Clean
public final class PassesOfOthers {
  private static final Semaphore[] entry = {new Semaphore(1), new Semaphore(0)};
  private static final Semaphore[] exit = {new Semaphore(0), new Semaphore(1)};

  private static void come(int gate) throws InterruptedException {
    entry[gate].acquire();
    exit[gate].acquire();
  }

  private static void leave(int gate) throws InterruptedException {
    exit[gate].acquire();
    entry[gate].acquire();
  }

  public static void main(String[] args) throws Exception {
    Thread in = Stage.start("in", () -> come(0));
    Thread out = Stage.start("out", () -> leave(1));
    Stage.awaitRest(in);
    Stage.awaitRest(out);
    exit[0].release();
    entry[1].release();
    Stage.join(in, out);
    Stage.sleep(Stage.LONG_PAUSE_MILLIS);
    System.out.println("passed");
  }
}
