package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Given;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** To what a thread has given, in a thread of its own for each test. */
class GiveWeaverTest {
  private final Gives gives = FixtureLoader.woven(GiveFixture.class, Gives.class);

  @Test
  void remembersSignalledObjects() throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    Given given =
        after(
            () -> {
              gives.wake(monitor);
              gives.signal(lock, condition);
            });
    assertTrue(given.isTo(monitor));
    assertTrue(given.isTo(condition));
    assertFalse(given.isTo(lock));
    assertFalse(given.mayBeTo(new Object()));
    assertEquals("giver", given.threadName());
  }

  @Test
  void remembersConditionsOfALockThatCountsInLongs() throws Exception {
    LongLock lock = new LongLock();
    AbstractQueuedLongSynchronizer.ConditionObject condition = lock.new ConditionObject();
    assertTrue(after(() -> gives.signal(lock, condition)).isTo(condition));
  }

  /** Lets one thread in; made of the synchronizer whose state is a {@code long}. */
  private static final class LongLock extends AbstractQueuedLongSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(long one) {
      setExclusiveOwnerThread(Thread.currentThread());
      return true;
    }

    @Override
    protected boolean tryRelease(long one) {
      setExclusiveOwnerThread(null);
      return true;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }
  }

  @Test
  void remembersWhatIsSignalledByAReference() throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    Given given = after(() -> gives.wakeByReference(monitor, lock, condition));
    assertTrue(given.isTo(monitor));
    assertTrue(given.isTo(condition));
  }

  @Test
  void remembersQueuesByWhateverTypeThatMayBlock() throws Exception {
    BlockingQueue<Object> named = new LinkedBlockingQueue<>();
    BlockingQueue<Object> plain = new LinkedBlockingQueue<>();
    Queue<Object> other = new ArrayDeque<>();
    Given given =
        after(
            () -> {
              gives.put(named);
              gives.offer(plain);
              gives.offer(other);
            });
    assertTrue(given.isTo(named));
    assertTrue(given.isTo(plain));
    assertFalse(given.isTo(other));
    assertEquals(1, named.size() * plain.size() * other.size(), "all were given one element");
  }

  @Test
  void knowsThatItHasForgotten() throws Exception {
    List<Object> all = new ArrayList<>();
    Given given =
        after(
            () -> {
              for (int i = 0; i < 20; i++) {
                Object monitor = new Object();
                all.add(monitor);
                gives.wake(monitor);
              }
            });
    assertFalse(given.isTo(all.get(0)));
    assertTrue(given.mayBeTo(all.get(0)));
    assertTrue(given.isTo(all.get(19)));
    assertTrue(given.isToClass(Object.class));
    assertFalse(given.mayBeTo("of another class"));
    assertEquals(8, given.objects().size());
  }

  @Test
  void whoGivesNothingHasNoNotes() throws Exception {
    assertNull(after(() -> gives.wake(null)));
  }

  private interface Giving {
    void go() throws Exception;
  }

  private static Given after(Giving giving) throws Exception {
    Journal[] journal = new Journal[1];
    Thread giver =
        new Thread(
            () -> {
              try {
                giving.go();
              } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
              }
              journal[0] = Journals.current();
            },
            "giver");
    giver.start();
    Await.end(giver);
    return journal[0].given();
  }

  public interface Gives {
    void wake(Object monitor);

    void signal(ReentrantLock lock, Condition condition);

    void signal(
        AbstractQueuedLongSynchronizer lock,
        AbstractQueuedLongSynchronizer.ConditionObject condition);

    void wakeByReference(Object monitor, ReentrantLock lock, Condition condition);

    void put(BlockingQueue<Object> queue) throws InterruptedException;

    void offer(Queue<Object> queue);
  }

  public static class GiveFixture implements Gives {
    @Override
    public void wake(Object monitor) {
      if (monitor != null) {
        synchronized (monitor) {
          monitor.notifyAll();
        }
      }
    }

    @Override
    public void signal(ReentrantLock lock, Condition condition) {
      lock.lock();
      condition.signal();
      lock.unlock();
    }

    @Override
    public void signal(
        AbstractQueuedLongSynchronizer lock,
        AbstractQueuedLongSynchronizer.ConditionObject condition) {
      lock.acquire(1);
      condition.signal();
      lock.release(1);
    }

    @Override
    public void wakeByReference(Object monitor, ReentrantLock lock, Condition condition) {
      Runnable wake = monitor::notify;
      Consumer<Condition> signal = Condition::signalAll;
      synchronized (monitor) {
        wake.run();
      }
      lock.lock();
      signal.accept(condition);
      lock.unlock();
    }

    @Override
    public void put(BlockingQueue<Object> queue) throws InterruptedException {
      queue.put("element");
    }

    @Override
    public void offer(Queue<Object> queue) {
      queue.offer("element");
    }
  }
}
