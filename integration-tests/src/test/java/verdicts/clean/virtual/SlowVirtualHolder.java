package verdicts.clean.virtual;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Virtual;

/** A virtual thread sleeps two seconds with a monitor and a lock; both kinds of threads wait. */
@Clean(since = 21)
public final class SlowVirtualHolder {
  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    AtomicInteger passed = new AtomicInteger();
    Meeting meeting = new Meeting(2);
    Thread holder =
        Virtual.start(
            "holder",
            () -> {
              synchronized (monitor) {
                lock.lock();
                meeting.meet();
                Stage.longPause();
                lock.unlock();
              }
            });
    meeting.meet();
    Thread[] threads = new Thread[10];
    for (int i = 0; i < threads.length; i++) {
      Body body =
          () -> {
            synchronized (monitor) {
              lock.lock();
              passed.incrementAndGet();
              lock.unlock();
            }
          };
      threads[i] = i % 2 == 0 ? Virtual.start("v" + i, body) : Stage.start("p" + i, body);
    }
    holder.join();
    Stage.join(threads);
    System.out.println(passed);
  }
}
