package verdicts.clean.joins;

import verdicts.Clean;
import verdicts.Stage;

/** A thread that waits for its own end keeps the JVM alive until another one ends that. */
@Clean
public final class KeptAlive {
  public static void main(String[] args) throws Exception {
    Thread main =
        Stage.start(
            "keeper",
            () -> {
              try {
                Thread.currentThread().join();
              } catch (InterruptedException wanted) {
                System.out.println("enough");
              }
            });
    Stage.awaitRest(main);
    Stage.longPause();
    main.interrupt();
  }
}
