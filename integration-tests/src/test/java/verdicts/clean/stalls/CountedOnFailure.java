package verdicts.clean.stalls;

import java.util.concurrent.CountDownLatch;
import verdicts.Clean;
import verdicts.Stage;

/** A starter stops the server only if it fails; that it ends well is no reason to stop. */
@Clean(options = "stall-threshold=1s")
public final class CountedOnFailure {
  private final CountDownLatch stop = new CountDownLatch(1);
  private boolean failed;

  private void start() {
    Stage.pauseBeyondPatience();
    if (failed) {
      stop.countDown();
    }
  }

  private void serve() {
    try {
      stop.await();
      System.out.println("stopped");
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    CountedOnFailure server = new CountedOnFailure();
    Thread main = new Thread(server::serve, "server");
    main.start();
    Thread starter = new Thread(server::start, "starter");
    starter.start();
    Stage.join(starter);
    Stage.pauseBeyondPatience();
    server.stop.countDown();
    Stage.join(main);
  }
}
