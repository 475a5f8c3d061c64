package verdicts.clean.joins;

import verdicts.Clean;
import verdicts.Stage;

/** A chain of threads that join each other, the last of them slow; and one that gives up. */
@Clean
public final class JoinChain {
  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Thread previous = Stage.start("slow", Stage::longPause);
    Thread slow = previous;
    for (int i = 0; i < 5; i++) {
      Thread before = previous;
      previous =
          Stage.start(
              "link-" + i,
              () -> {
                synchronized (new Object()) {
                  before.join();
                }
              });
    }
    synchronized (lock) {
      slow.join(300);
      System.out.println(slow.isAlive());
      previous.join();
    }
    System.out.println("done");
  }
}
