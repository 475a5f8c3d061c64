package verdicts.clean.virtual;

import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/** Virtual threads wait in monitors that others enter meanwhile. */
@Clean(since = 24)
public final class VirtualWaitAndNotify {
  private static int turn;

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Thread[] threads = new Thread[10];
    for (int i = 0; i < threads.length; i++) {
      int own = i;
      threads[i] =
          Virtual.start(
              "turn-" + i,
              () -> {
                for (int n = 0; n < 100; n++) {
                  synchronized (lock) {
                    while (turn % threads.length != own) {
                      lock.wait();
                    }
                    if (turn == 500) {
                      Stage.longPause();
                    }
                    turn++;
                    lock.notifyAll();
                  }
                }
              });
    }
    Stage.join(threads);
    System.out.println(turn);
  }
}
