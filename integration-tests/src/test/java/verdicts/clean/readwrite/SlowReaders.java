package verdicts.clean.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A writer and later readers wait two seconds behind slow readers. */
@Clean
public final class SlowReaders {
  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Meeting reading = new Meeting(4);
    Thread[] threads = new Thread[7];
    for (int i = 0; i < 3; i++) {
      threads[i] =
          Stage.start(
              "slow-" + i,
              () -> {
                lock.readLock().lock();
                reading.meet();
                Stage.longPause();
                lock.readLock().unlock();
              });
    }
    reading.meet();
    threads[3] =
        Stage.start(
            "writer",
            () -> {
              lock.writeLock().lock();
              lock.writeLock().unlock();
            });
    Stage.awaitRest(threads[3]);
    for (int i = 4; i < 7; i++) {
      threads[i] =
          Stage.start(
              "late-" + i,
              () -> {
                lock.readLock().lock();
                lock.readLock().unlock();
              });
    }
    Stage.join(threads);
    System.out.println("done");
  }
}
