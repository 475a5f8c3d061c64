package verdicts.clean.locks;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Threads take many locks, give them back in odd ways and orders, and end. */
@Clean
public final class EndsHoldingNothing {
  public static void main(String[] args) throws Exception {
    Lock[] locks = new Lock[20];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new ReentrantLock();
    }
    for (int round = 0; round < 20; round++) {
      Runnable[] releases = new Runnable[locks.length];
      Thread thread =
          Stage.start(
              "round-" + round,
              () -> {
                for (int i = 0; i < locks.length; i++) {
                  locks[i].lock();
                  releases[i] = locks[i]::unlock;
                }
                Collections.shuffle(Arrays.asList(releases));
                for (Runnable release : releases) {
                  release.run();
                }
              });
      thread.join();
    }
    Thread last =
        Stage.start(
            "last",
            () -> {
              for (Lock lock : locks) {
                lock.lock();
              }
              System.out.println("all mine");
              for (Lock lock : locks) {
                lock.unlock();
              }
            });
    last.join();
  }
}
