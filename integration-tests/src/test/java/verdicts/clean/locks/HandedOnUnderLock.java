package verdicts.clean.locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** A lock goes from thread to thread by conditions: exactly one may run, in turn. */
@Clean
public final class HandedOnUnderLock {
  private static int turn;

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition[] turns = {lock.newCondition(), lock.newCondition(), lock.newCondition()};
    Thread[] threads = new Thread[3];
    for (int i = 0; i < 3; i++) {
      int own = i;
      threads[i] =
          Stage.start(
              "turn-" + i,
              () -> {
                for (int n = 0; n < 2_000; n++) {
                  lock.lock();
                  try {
                    while (turn % 3 != own) {
                      turns[own].await();
                    }
                    turn++;
                    turns[turn % 3].signal();
                  } finally {
                    lock.unlock();
                  }
                }
              });
    }
    Stage.join(threads);
    System.out.println(turn);
  }
}
