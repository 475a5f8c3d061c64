package verdicts.clean.order;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import verdicts.Clean;
import verdicts.Stage;

/** Readers take two locks in two orders, and no writer takes both. */
@Clean
public final class OnlyReaders {
  private static final ReadWriteLock rates = new ReentrantReadWriteLock();
  private static final StampedLock prices = new StampedLock();
  private static int written;

  private static void ratesFirst() {
    rates.readLock().lock();
    long stamp = prices.readLock();
    Thread.yield();
    prices.unlockRead(stamp);
    rates.readLock().unlock();
  }

  private static void pricesFirst() {
    long stamp = prices.readLock();
    rates.readLock().lock();
    Thread.yield();
    rates.readLock().unlock();
    prices.unlockRead(stamp);
  }

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("a", () -> repeat(OnlyReaders::ratesFirst)),
        Stage.start("b", () -> repeat(OnlyReaders::pricesFirst)));
    rates.writeLock().lock();
    written++;
    rates.writeLock().unlock();
    System.out.println(written);
  }

  private static void repeat(Runnable reader) {
    for (int i = 0; i < 200; i++) {
      reader.run();
    }
  }
}
