package verdicts.clean.order;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** A permit that a thread in the background gives back is not held meanwhile by who acquired it. */
@Clean
public final class PermitGivenBackByAnother {
  private static final Semaphore idle = new Semaphore(1);
  private static int lines;

  private static synchronized void write() {
    lines++;
  }

  private static synchronized void rollOver() throws InterruptedException {
    idle.acquire();
    Stage.start(
        "compressor",
        () -> {
          Stage.sleep(300);
          idle.release();
        });
  }

  private static void log() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      rollOver();
      write();
    }
  }

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("a", PermitGivenBackByAnother::log),
        Stage.start("b", PermitGivenBackByAnother::log));
    idle.acquire();
    System.out.println(lines);
  }
}
