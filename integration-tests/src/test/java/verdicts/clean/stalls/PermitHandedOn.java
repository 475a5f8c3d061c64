package verdicts.clean.stalls;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Once used as a lock, then a permit is given back by another thread than the one that took it. */
@Clean(options = "stall-threshold=1s")
public final class PermitHandedOn {
  private static final Semaphore slots = new Semaphore(1);

  private static void accept() throws InterruptedException {
    slots.acquire();
    new Thread(
            () -> {
              Stage.pauseBeyondPatience();
              slots.release();
            },
            "handler")
        .start();
  }

  private static void alone() throws InterruptedException {
    slots.acquire();
    slots.release();
  }

  public static void main(String[] args) throws InterruptedException {
    Stage.join(Stage.start("first", PermitHandedOn::alone));
    Stage.join(Stage.start("acceptor", PermitHandedOn::accept));
    Stage.join(Stage.start("last", PermitHandedOn::alone));
    System.out.println("all had a slot");
  }
}
