package verdicts.clean.semaphores;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A semaphore of a class of its own, that is also released by a method of another name. */
@Clean
public final class SubclassedSemaphores {
  /** A semaphore with words of its own. */
  static final class Tickets extends Semaphore {
    private static final long serialVersionUID = 1;

    Tickets(int permits) {
      super(permits);
    }

    void giveBack() {
      super.release();
    }

    void giveBackAll(int permits) {
      release(permits);
    }
  }

  private static void use(Tickets tickets) {
    tickets.acquireUninterruptibly();
    tickets.giveBack();
    tickets.acquireUninterruptibly(2);
    tickets.giveBackAll(2);
  }

  public static void main(String[] args) throws Exception {
    Tickets tickets = new Tickets(2);
    Lock lock = new ReentrantLock();
    Meeting used = new Meeting(3);
    Meeting taken = new Meeting(3);
    Thread a =
        Stage.start(
            "a",
            () -> {
              use(tickets);
              used.meet();
              taken.meet();
              lock.lock();
              lock.unlock();
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              lock.lock();
              used.meet();
              taken.meet();
              use(tickets);
              lock.unlock();
            });
    used.meet();
    int drained = tickets.drainPermits();
    taken.meet();
    Stage.awaitRest(a, b);
    Stage.longPause();
    tickets.release(drained);
    Stage.join(a, b);
    System.out.println(tickets.availablePermits());
  }
}
