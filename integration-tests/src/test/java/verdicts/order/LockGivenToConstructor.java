package verdicts.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A session is new where it is locked, but the lock inside of it is everybody's. */
@Predicted(
    certainty = "likely",
    threads = {"maker", "user"},
    lockNames = {"LockGivenToConstructor.all", "LockGivenToConstructor.shared", "Session.lock"})
public final class LockGivenToConstructor {
  private static final ReentrantLock shared = new ReentrantLock();
  private static final List<Session> all = new ArrayList<>();

  private static final class Session {
    private final ReentrantLock lock;

    Session(ReentrantLock lock) {
      this.lock = lock;
      this.lock.lock(); // waits
      try {
        all.add(this);
      } finally {
        this.lock.unlock();
      }
    }
  }

  private static void use() {
    shared.lock(); // holds
    try {
      synchronized (all) { // waits
        System.out.println(all.size());
      }
    } finally {
      shared.unlock();
    }
  }

  private static void make() {
    synchronized (all) { // holds
      new Session(shared);
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Thread user = Stage.start("user", () -> luck.turn(0, LockGivenToConstructor::use));
    Thread maker = Stage.start("maker", () -> luck.turn(1, LockGivenToConstructor::make));
    Stage.join(user, maker);
  }
}
