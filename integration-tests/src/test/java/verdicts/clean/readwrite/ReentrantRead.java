package verdicts.clean.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A reader reads again while a writer is queued: allowed, for it reads already. */
@Clean
public final class ReentrantRead {
  private static void play(ReentrantReadWriteLock lock) throws InterruptedException {
    Meeting reading = new Meeting(2);
    Thread reader =
        Stage.start(
            "reader",
            () -> {
              lock.readLock().lock();
              reading.meet();
              while (lock.getQueueLength() == 0) {
                Stage.sleep(5);
              }
              lock.readLock().lock();
              Stage.sleep(1_000);
              lock.readLock().unlock();
              lock.readLock().unlock();
            });
    reading.meet();
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              lock.writeLock().lock();
              lock.writeLock().unlock();
            });
    Stage.join(reader, writer);
  }

  public static void main(String[] args) throws Exception {
    play(new ReentrantReadWriteLock(true));
    play(new ReentrantReadWriteLock());
    System.out.println("done");
  }
}
