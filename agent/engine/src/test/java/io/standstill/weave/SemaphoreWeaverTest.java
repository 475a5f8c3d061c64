package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.ReleaseHistory;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Permits of semaphores. */
class SemaphoreWeaverTest {
  private final Permits permits = FixtureLoader.woven(PermitFixture.class, Permits.class);

  @AfterEach
  void nothingIsLeft() {
    assertTrue(Seen.held().isEmpty());
    assertNull(Seen.now().pending());
  }

  @Test
  void countsPermitsTakenAndReleased() throws Exception {
    assertEquals(List.of(1, 3, 4, 6, 5, 0), permits.acquire(new Semaphore(6)));
  }

  @Test
  void countsTriesThatSucceed() throws Exception {
    assertEquals(List.of(1, 3, 4, 6), permits.tries(new Semaphore(6)));
  }

  @Test
  void ignoresTriesThatFail() throws Exception {
    assertEquals(List.of(0, 0, 0, 0), permits.tries(new Semaphore(0)));
  }

  @Test
  void seesASubclassCalledByItsOwnType() throws Exception {
    assertEquals(List.of(1, 3, 4, 6, 0), permits.subclass(new Tickets(6)));
  }

  @Test
  void letsAClassThatIsNoSemaphoreAlone() {
    assertEquals(List.of(0, 0, 0), permits.door(new Door()));
  }

  @Test
  void publishesTheIntentionWhileItWaits() throws Exception {
    Semaphore empty = new Semaphore(0);
    Thread waiter = new Thread(() -> permits.pass(empty));
    waiter.start();
    Await.until(waiter, empty::hasQueuedThreads);
    Holdings.Entry pending = Seen.of(waiter).pending();
    assertSame(empty, pending.lock());
    assertEquals(Site.Kind.SCOPED_PERMIT, SiteTable.get(pending.site()).kind());
    empty.release(2);
    Await.end(waiter);
  }

  @Test
  void seesWhatASubclassPassesOnUnderAnotherNameAndTheRestOnce() throws Exception {
    assertEquals(List.of(1, 3, 2, 0), permits.passedOn(6));
  }

  @Test
  void knowsOfAPermitHandedOverBeforeAnyoneCanHaveGotIt() throws Exception {
    Signal signal = new Signal();

    permits.handOver(signal);

    assertTrue(signal.knownAtRelease);
  }

  /** Tells what is known of it while it is being released. */
  public static class Signal extends Semaphore {
    private static final long serialVersionUID = 1;

    boolean knownAtRelease;

    Signal() {
      super(0);
    }

    @Override
    public void release() {
      knownAtRelease = ReleaseHistory.handedOver(this);
      super.release();
    }
  }

  /** A semaphore of another class. */
  public static class Tickets extends Semaphore {
    private static final long serialVersionUID = 1;

    Tickets(int permits) {
      super(permits);
    }
  }

  /** Has the methods of a semaphore, and is none. */
  public static class Door {
    public void acquire() {}

    public boolean tryAcquire(int times) {
      return times > 0;
    }

    public void release() {}
  }

  public interface Permits {
    List<Integer> subclass(Tickets tickets) throws InterruptedException;

    List<Integer> door(Door door);

    List<Integer> passedOn(int permits) throws InterruptedException;

    List<Integer> acquire(Semaphore semaphore) throws InterruptedException;

    List<Integer> tries(Semaphore semaphore) throws InterruptedException;

    void pass(Semaphore semaphore);

    void handOver(Semaphore semaphore);
  }

  static class PermitFixture implements Permits {
    @Override
    public void handOver(Semaphore semaphore) {
      semaphore.release();
    }

    /** Passes on to its superclass, under the same and under other names. */
    private static final class Passes extends Semaphore {
      private static final long serialVersionUID = 1;

      Passes(int permits) {
        super(permits);
      }

      @Override
      public void acquire() throws InterruptedException {
        super.acquire();
      }

      @Override
      public void release(int permits) {
        super.release(permits);
      }

      void borrow(int permits) throws InterruptedException {
        super.acquire(permits);
      }

      void giveBack() {
        super.release();
      }
    }

    @Override
    public List<Integer> passedOn(int permits) throws InterruptedException {
      List<Integer> counts = new ArrayList<>();
      Passes passes = new Passes(permits);
      passes.acquire();
      counts.add(Seen.held().size());
      passes.borrow(2);
      counts.add(Seen.held().size());
      passes.giveBack();
      counts.add(Seen.held().size());
      passes.release(2);
      counts.add(Seen.held().size());
      return counts;
    }

    @Override
    public List<Integer> acquire(Semaphore semaphore) throws InterruptedException {
      List<Integer> counts = new ArrayList<>();
      semaphore.acquire();
      counts.add(Seen.held().size());
      semaphore.acquire(2);
      counts.add(Seen.held().size());
      semaphore.acquireUninterruptibly();
      counts.add(Seen.held().size());
      semaphore.acquireUninterruptibly(2);
      counts.add(Seen.held().size());
      semaphore.release();
      counts.add(Seen.held().size());
      semaphore.release(5);
      counts.add(Seen.held().size());
      return counts;
    }

    @Override
    public List<Integer> tries(Semaphore semaphore) throws InterruptedException {
      List<Integer> counts = new ArrayList<>();
      boolean all = semaphore.tryAcquire();
      counts.add(Seen.held().size());
      all &= semaphore.tryAcquire(2);
      counts.add(Seen.held().size());
      all &= semaphore.tryAcquire(1, TimeUnit.MICROSECONDS);
      counts.add(Seen.held().size());
      all &= semaphore.tryAcquire(2, 1, TimeUnit.MICROSECONDS);
      counts.add(Seen.held().size());
      if (all) {
        semaphore.release(6);
      }
      return counts;
    }

    @Override
    public List<Integer> subclass(Tickets tickets) throws InterruptedException {
      List<Integer> counts = new ArrayList<>();
      tickets.acquire();
      counts.add(Seen.held().size());
      tickets.acquireUninterruptibly(2);
      counts.add(Seen.held().size());
      boolean all = tickets.tryAcquire();
      counts.add(Seen.held().size());
      all &= tickets.tryAcquire(2, 1, TimeUnit.MICROSECONDS);
      counts.add(all ? Seen.held().size() : -1);
      tickets.release();
      tickets.release(5);
      counts.add(Seen.held().size());
      return counts;
    }

    @Override
    public List<Integer> door(Door door) {
      List<Integer> counts = new ArrayList<>();
      door.acquire();
      counts.add(Seen.held().size());
      boolean opened = door.tryAcquire(1);
      counts.add(opened ? Seen.held().size() : -1);
      door.release();
      counts.add(Seen.held().size());
      return counts;
    }

    @Override
    public void pass(Semaphore semaphore) {
      semaphore.acquireUninterruptibly(2);
      semaphore.release(2);
    }
  }
}
