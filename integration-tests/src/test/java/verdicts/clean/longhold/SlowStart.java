package verdicts.clean.longhold;

import verdicts.Clean;
import verdicts.Stage;

/** A lock is held for long while the application starts. */
@Clean(options = {"lock-threshold=500ms", "grace=60s"})
public final class SlowStart {
  public static void main(String[] args) throws Exception {
    Object beans = new Object();
    Thread client;
    synchronized (beans) {
      client =
          Stage.start(
              "client",
              () -> {
                synchronized (beans) {
                  System.out.println("started");
                }
              });
      Stage.longPause();
    }
    client.join();
  }
}
