package io.standstill.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is observed of nested locks. Each test has places of its own, which nobody else locks at.
 */
class OrderTest {
  private static final AtomicInteger SITES = new AtomicInteger(900_000);

  private final int outer = SITES.incrementAndGet();
  private final int inner = SITES.incrementAndGet();

  @BeforeEach
  void begin() {
    Order.begin();
    observed();
  }

  /** Of this test's thread alone: others may nest locks meanwhile. */
  private static List<Observation> observed() {
    long self = Thread.currentThread().getId();
    return Order.fetch().stream().filter(each -> each.threadId() == self).toList();
  }

  private void nest(Object first, Object second) {
    Journal journal = MonitorHooks.entering(first, null, outer);
    MonitorHooks.entered(journal);
    MonitorHooks.entering(second, journal, inner);
    MonitorHooks.entered(journal);
    MonitorHooks.exited(second, journal);
    MonitorHooks.exited(first, journal);
  }

  @Test
  void tellsLocksPlacesAndStackOnce() {
    Object first = new Object();
    Object second = new Object();
    for (int i = 0; i < 1_000; i++) {
      nest(first, second);
    }

    List<Observation> observed = observed();
    assertEquals(1, observed.size());
    Observation only = observed.get(0);
    assertSame(first, only.lock(0));
    assertSame(second, only.lock(1));
    assertEquals(List.of(outer, inner), List.of(only.site(0), only.site(1)));
    assertEquals(Thread.currentThread().getName(), only.threadName());
    assertNotNull(only.takeStack());
    assertNull(only.takeStack(), "given once, for it keeps classes alive");
    assertFalse(only.isPending());
  }

  @Test
  void dropsWhatOthersHaveReleasedBeforeItTellsAnything() throws Exception {
    int signalSite = semaphoreSite();
    Semaphore signal = new Semaphore(0);
    SemaphoreHooks.acquired(signal, 1, Journals.current(), signalSite);
    Thread giver = new Thread(() -> SemaphoreHooks.releasing(signal, 1, null));
    giver.start();
    giver.join();
    assertSame(signal, Journals.current().holdings().held()[0].lock());

    Journal journal = MonitorHooks.entering(this, null, inner);
    MonitorHooks.entered(journal);
    MonitorHooks.exited(this, journal);

    assertEquals(0, journal.holdings().held().length);
    assertEquals(List.of(), observed());
  }

  @Test
  void saysNothingOfALockThatIsTakenOnceMore() {
    int place = SITES.incrementAndGet();
    ReentrantLock first = new ReentrantLock();
    ReentrantLock second = new ReentrantLock();
    ReentrantLock third = new ReentrantLock();
    Journal journal = take(first, null, outer);
    take(second, journal, inner);
    List<Observation> once = observed();
    take(second, journal, place);
    List<Observation> again = observed();
    giveBack(second, journal);
    take(third, journal, place);
    List<Observation> another = observed();
    List.of(third, second, first).forEach(lock -> giveBack(lock, journal));

    assertEquals(1, once.size());
    assertEquals(List.of(), again);
    assertEquals(1, another.size(), "at the same place another lock is told");
    assertSame(third, another.get(0).lock(2));
  }

  private static Journal take(ReentrantLock lock, Journal known, int site) {
    Journal journal = LockHooks.locking(lock, known, site);
    lock.lock();
    LockHooks.locked(lock, journal, site);
    return journal;
  }

  private static void giveBack(ReentrantLock lock, Journal journal) {
    lock.unlock();
    LockHooks.unlocked(lock, journal);
  }

  private static int semaphoreSite() {
    return SiteTable.register(
        new Site("Shop", "serve", "Shop.java", 1, "Shop.signal", null, Site.Kind.SEMAPHORE));
  }

  @Test
  void tellsAFewOfManyInstancesAndMoreIfAsked() {
    for (int i = 0; i < 1_000; i++) {
      nest(new Object(), new Object());
    }
    List<Observation> first = observed();
    assertEquals(8, first.size());

    Order.watch(first.get(0).chain());
    Order.askAgain();
    for (int i = 0; i < 1_000; i++) {
      nest(new Object(), new Object());
    }
    assertEquals(8, observed().size());
  }

  @Test
  void tellsNoMoreThanItsShareHoweverManyPlacesThereAre() throws Exception {
    FutureTask<Integer> told = new FutureTask<>(this::takesTenThousandAtPlacesOfTheirOwn);
    new Thread(told).start();
    assertTrue(told.get() > 1_000, "told " + told.get());
    assertTrue(told.get() < 5_000, "told " + told.get());
  }

  private int takesTenThousandAtPlacesOfTheirOwn() {
    int told = 0;
    for (int batch = 0; batch < 10; batch++) {
      for (int i = 0; i < 1_000; i++) {
        Journal journal = MonitorHooks.entering(this, null, outer);
        MonitorHooks.entered(journal);
        MonitorHooks.entering(new Object(), journal, SITES.incrementAndGet());
        journal.giveUp();
        MonitorHooks.exited(this, journal);
      }
      told += observed().size();
    }
    return told;
  }

  @Test
  void isPendingUntilTheLockIsTaken() {
    Object first = new Object();
    Object second = new Object();
    Journal journal = MonitorHooks.entering(first, null, outer);
    MonitorHooks.entered(journal);
    MonitorHooks.entering(second, journal, inner);
    Observation observed = observed().get(0);
    assertTrue(observed.isPending());

    MonitorHooks.entered(journal);
    MonitorHooks.exited(second, journal);
    MonitorHooks.exited(first, journal);
    assertFalse(observed.isPending());
  }

  @Test
  void keepsLocksAliveUntilTheEngineHasSeenThem() {
    nest(new Object(), new Object());
    Observation observed = observed().get(0);
    Reference<Object> held = new WeakReference<>(observed.lock(0));
    System.gc();
    assertNotNull(observed.lock(0));

    observed.seen();
    for (int i = 0; i < 100 && held.get() != null; i++) {
      System.gc();
    }
    assertNull(observed.lock(0));
  }

  @Test
  void noticesAMonitorInPassingIfAnotherIsHeld() {
    Object first = new Object();
    Object second = new Object();
    MonitorHooks.passing(first, inner);
    assertEquals(List.of(), observed());

    Journal journal = MonitorHooks.held(first, outer);
    MonitorHooks.passing(second, inner);
    MonitorHooks.exited(first, journal);
    Observation observed = observed().get(0);
    assertSame(first, observed.lock(0));
    assertSame(second, observed.lock(1));
    assertFalse(observed.isPending(), "it has been taken already");
  }

  @Test
  void saysNothingOfALockThatIsTakenAgainNorOfOneThatIsTried() {
    Object lock = new Object();
    nest(lock, lock);
    Journal journal = MonitorHooks.entering(lock, null, outer);
    MonitorHooks.entered(journal);
    LockHooks.tried(true, new Object(), journal, inner);
    assertEquals(List.of(), observed());
    journal.remove(journal.locks[1]);
    MonitorHooks.exited(lock, journal);
  }

  @Test
  void noticesThatAWaitTakesItsMonitorAgainWhileOthersAreHeld() {
    Object given = new Object();
    Object kept = new Object();
    Journal journal = MonitorHooks.held(given, outer);
    WaitHooks.waiting(given, journal, SITES.incrementAndGet());
    assertEquals(List.of(), observed(), "nothing else is held");

    MonitorHooks.held(kept, inner);
    MonitorHooks.held(given, inner);
    observed();
    int site = SITES.incrementAndGet();
    for (int i = 0; i < 1_000; i++) {
      WaitHooks.waiting(given, journal, site);
    }
    List<Observation> observed = observed();
    assertEquals(1, observed.size());
    assertEquals(2, observed.get(0).size(), "the monitor itself is not held meanwhile");
    assertSame(kept, observed.get(0).lock(0));
    assertSame(given, observed.get(0).lock(1));
    assertEquals(site, observed.get(0).site(1));
    assertTrue(observed.get(0).isAgain());
    assertFalse(observed.get(0).isPending());
    journal.remove(given);
    journal.remove(kept);
    journal.remove(given);
  }

  @Test
  void findsTheLockOfACondition() {
    ReentrantLock lock = new ReentrantLock();
    ReentrantReadWriteLock pair = new ReentrantReadWriteLock();
    lock.lock();
    pair.writeLock().lock();
    Journal journal = MonitorHooks.held(lock, outer);
    WaitHooks.awaitingSignal(lock.newCondition(), journal, SITES.incrementAndGet());
    assertEquals(List.of(), observed(), "nothing else is held");

    journal.push(pair.writeLock(), inner);
    WaitHooks.awaitingSignal(lock.newCondition(), journal, SITES.incrementAndGet());
    WaitHooks.awaitingSignal(pair.writeLock().newCondition(), journal, SITES.incrementAndGet());
    WaitHooks.awaitingSignal(new ReentrantLock().newCondition(), journal, SITES.incrementAndGet());
    assertEquals(
        List.of(lock, pair.writeLock()),
        observed().stream().map(each -> each.lock(each.size() - 1)).toList());
    journal.remove(pair.writeLock());
    journal.remove(lock);
  }
}
