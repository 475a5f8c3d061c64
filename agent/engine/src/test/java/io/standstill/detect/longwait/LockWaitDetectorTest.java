package io.standstill.detect.longwait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.deadlock.DeadlockDetector;
import io.standstill.detect.probe.SteadyTime;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockContention;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.LockHooks;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks at real threads, many times in a second. */
@Timeout(60)
class LockWaitDetectorTest {
  private static final int SITE =
      SiteTable.register(
          new Site("shop.Till", "pay", "Till.java", 7, "Till.lock", null, Site.Kind.LOCK));
  private static final long LOOK_MILLIS = 50;

  private final List<Finding> told = new ArrayList<>();
  private final List<Finding> active = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final ContentionTable contention = new ContentionTable();
  private final SteadyTime time = new SteadyTime();
  private Duration threshold = Duration.ofMillis(600);
  private volatile boolean over;

  private interface Step {
    void run() throws InterruptedException;
  }

  @AfterEach
  void end() throws InterruptedException {
    over = true;
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void tellsOfAHolderAndAgainWhenTheWaitHasDoubledAndWhenItIsOver() {
    LockWaitDetector detector = detector(Duration.ZERO);
    hold("holder", lock);
    take("first", lock);
    take("second", lock);
    lookUntil(detector, () -> told.size() == 1);
    Finding finding = told.get(0);
    assertEquals(Kind.LONG_HOLD, finding.kind());
    assertEquals(Certainty.LIKELY, finding.certainty(), "no journal knows since when it is held");
    assertTrue(
        finding
            .summary()
            .startsWith(
                "2 threads wait, directly or not, for holder, which waits in CountDownLatch.await"),
        finding.summary());
    assertEquals(1, finding.waitingBehind());
    assertEquals("holder", finding.threads().get(1).name());
    lookUntil(detector, () -> told.size() == 2);
    assertEquals(finding.id(), told.get(1).id(), "the same situation");
    assertNull(told.get(1).resolvedAfterMillis());
    end.countDown();
    lookUntil(detector, () -> told.size() == 3);
    assertEquals(finding.id(), told.get(2).id());
    assertTrue(told.get(2).resolvedAfterMillis() >= 1_200, told.get(2)::toString);
    assertEquals("2 threads were held up by holder", told.get(2).summary());
  }

  @Test
  void isCertainIfAJournalKnowsSinceWhenTheLockIsHeld() {
    LockWaitDetector detector = detector(Duration.ZERO);
    start(
        "holder",
        () -> {
          Journal journal = LockHooks.locking(lock, null, SITE);
          lock.lock();
          LockHooks.locked(lock, journal, SITE);
          end.await();
          lock.unlock();
          LockHooks.unlocked(lock, journal);
        });
    awaitHeld(lock);
    take("waiter", lock);
    lookUntil(detector, () -> told.size() == 1);
    assertEquals(Certainty.CERTAIN, told.get(0).certainty());
    assertEquals("Till.lock", told.get(0).threads().get(1).holds().get(0).name());
  }

  @Test
  void countsWhoWaitsForWhichLockAndBeginsAgain() {
    LockWaitDetector detector = detector(Duration.ZERO);
    start(
        "holder",
        () -> {
          Journal journal = LockHooks.locking(lock, null, SITE);
          lock.lock();
          LockHooks.locked(lock, journal, SITE);
          end.await();
          lock.unlock();
          LockHooks.unlocked(lock, journal);
        });
    awaitHeld(lock);
    assertEquals(List.of(), rows());
    take("first", lock);
    take("second", lock);
    awaitQueue(lock, 2);
    lookOnce(detector);
    long begun = time.nanos();
    lookUntil(detector, () -> time.nanos() - begun >= TimeUnit.SECONDS.toNanos(1));
    LockContention row = rows().get(0);
    assertEquals(1, rows().size(), "one lock, one row");
    assertEquals("Till.lock", row.lock(), "by the holder, for no hook announces these waits");
    assertEquals("java.util.concurrent.locks.ReentrantLock", row.className());
    assertEquals(2, row.figures().waits());
    assertTrue(
        row.figures().waitMillis() >= 1_500 && row.figures().waitMillis() < 30_000, row::toString);
    assertTrue(row.figures().longestWaitMillis() >= 800, row::toString);
    assertTrue(row.figures().longestHoldMillis() >= 800, row::toString);
    assertEquals(2, row.figures().waitersNow());
    assertEquals(2, row.figures().waitersPeak());
    assertEquals("shop.Till.pay(Till.java:7)", row.pairs().get(0).holdSite());
    end.countDown();
    while (lock.isLocked()) {
      Thread.onSpinWait();
    }
    lookOnce(detector);
    assertEquals(0, rows().get(0).figures().waitersNow());
    assertEquals(2, rows().get(0).figures().waitersPeak());
    contention.reset();
    assertEquals(List.of(), rows());
  }

  /** Of this test's own lock: threads of other tests may wait for theirs. */
  private List<LockContention> rows() {
    return contention.top(100).stream().filter(row -> "Till.lock".equals(row.lock())).toList();
  }

  @Test
  void staysSilentUntilTheStartIsOver() {
    LockWaitDetector detector = detector(Duration.ofSeconds(3));
    hold("holder", lock);
    take("waiter", lock);
    long start = System.nanoTime();
    lookUntil(detector, () -> told.size() == 1);
    assertTrue(System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(2_800));
  }

  @Test
  void asksForTheThresholdInEachLook() {
    threshold = Duration.ofHours(1);
    LockWaitDetector detector = detector(Duration.ZERO);
    hold("holder", lock);
    take("waiter", lock);
    lookFor(detector, 1_000);
    assertEquals(List.of(), told);
    threshold = Duration.ofMillis(500);
    detector.look();
    assertEquals(1, told.size());
  }

  @Test
  void leavesToADeadlockWhatItExplains() {
    LockWaitDetector detector = detector(Duration.ZERO);
    Thread holder = hold("holder", lock);
    take("waiter", lock);
    active.add(
        new Finding(
            Instant.now(),
            "D1",
            Kind.POOL_DEADLOCK,
            Certainty.LIKELY,
            "",
            List.of(
                new StuckThread(
                    Threads.id(holder), "", false, "WAITING", null, List.of(), List.of())),
            List.of(),
            0,
            null,
            null,
            ""));
    lookFor(detector, 1_500);
    assertEquals(List.of(), told);
    active.clear();
    detector.look();
    assertEquals(1, told.size(), "it was the deadlock that kept it silent");
  }

  @Test
  void tellsOfAThreadThatAGreedyOnePasses() {
    LockWaitDetector detector = detector(Duration.ZERO);
    startGreedy("greedy-1");
    startGreedy("greedy-2");
    awaitHeld(lock);
    start(
        "patient",
        () -> {
          while (!over) { // It may be lucky now and then.
            lock.lock();
            lock.unlock();
          }
        });
    // On a busy machine a greedy one may be kept off the processor while it holds the lock.
    lookUntil(detector, () -> starvation().isPresent());
    Finding finding = starvation().get();
    assertEquals(Certainty.LIKELY, finding.certainty());
    assertTrue(finding.summary().startsWith("patient has waited "), finding.summary());
    assertTrue(finding.summary().contains("others took it at least "), finding.summary());
    assertTrue(finding.summary().contains(": greedy-"), finding.summary());
    assertTrue(finding.advice().contains("new ReentrantLock(true)"), finding.advice());
    over = true;
    lookUntil(detector, () -> told.get(told.size() - 1).resolvedAfterMillis() != null);
    assertEquals(
        "patient waits no more; 1 thread was held up", told.get(told.size() - 1).summary());
  }

  private Optional<Finding> starvation() {
    return told.stream().filter(each -> each.kind() == Kind.LOCK_STARVATION).findFirst();
  }

  @Test
  void callsNoWaitOverWhileTheLockIsFreeForAMomentAndTheWaiterSleepsOn() {
    LockWaitDetector detector = detector(Duration.ZERO);
    Mutex mutex = new Mutex();
    mutex.acquire(1);
    start(
        "sleeper",
        () -> {
          mutex.acquire(1);
          mutex.release(1);
        });
    lookUntil(detector, () -> !told.isEmpty());
    assertTrue(told.get(0).summary().startsWith("sleeper has waited "), told::toString);
    mutex.tryRelease(1);
    lookFor(detector, 10 * LOOK_MILLIS);
    assertTrue(told.stream().allMatch(each -> each.resolvedAfterMillis() == null), told::toString);
    mutex.release(1);
    lookUntil(detector, () -> told.get(told.size() - 1).resolvedAfterMillis() != null);
    assertEquals(told.get(0).id(), told.get(told.size() - 1).id());
  }

  @Test
  void callsAQueueThatIsTooLongPossible() {
    LockWaitDetector detector = detector(Duration.ZERO);
    ReentrantLock fair = new ReentrantLock(true);
    CountDownLatch queued = new CountDownLatch(1);
    for (int i = 0; i < 8; i++) {
      start(
          "customer-" + i,
          () -> {
            fair.lock();
            queued.await();
            Thread.sleep(250);
            fair.unlock();
          });
    }
    awaitQueue(fair, 7);
    take("last", fair);
    awaitQueue(fair, 8);
    queued.countDown();
    lookUntil(detector, () -> !told.isEmpty());
    assertEquals(Kind.LOCK_STARVATION, told.get(0).kind(), told::toString);
    assertEquals(Certainty.POSSIBLE, told.get(0).certainty(), told::toString);
    assertNotNull(told.get(0).threads().get(0).waitsFor());
  }

  private static final class Mutex extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(int unused) {
      boolean taken = compareAndSetState(0, 1);
      if (taken) {
        setExclusiveOwnerThread(Thread.currentThread());
      }
      return taken;
    }

    /** Wakes nobody by itself. */
    @Override
    protected boolean tryRelease(int unused) {
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }
  }

  private LockWaitDetector detector(Duration grace) {
    DeadlockDetector deadlocks =
        new DeadlockDetector(
            () -> new Class<?>[0],
            true,
            () -> Duration.ofSeconds(10),
            System::nanoTime,
            pool -> null,
            finding -> told.add(finding));
    LockWaitDetector made =
        new LockWaitDetector(
            deadlocks.sources(),
            time,
            () -> threshold,
            () -> Duration.ofSeconds(10),
            grace,
            () -> active,
            contention,
            told::add);
    made.rehearse();
    return made;
  }

  private Thread start(String name, Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    threads.add(thread);
    thread.start();
    return thread;
  }

  /** Holds the lock until the end, from now on. */
  private Thread hold(String name, ReentrantLock wanted) {
    Thread holder =
        start(
            name,
            () -> {
              wanted.lock();
              end.await();
              wanted.unlock();
            });
    awaitHeld(wanted);
    return holder;
  }

  private static void awaitHeld(ReentrantLock wanted) {
    while (!wanted.isLocked()) {
      Thread.onSpinWait();
    }
  }

  private static void awaitQueue(ReentrantLock wanted, int length) {
    while (wanted.getQueueLength() < length) {
      Thread.onSpinWait();
    }
  }

  /** Takes the lock as soon as it is free, which is before anyone who parks can wake up. */
  private void startGreedy(String name) {
    start(
        name,
        () -> {
          while (!over) {
            if (lock.tryLock()) {
              Journal journal = Journals.current();
              LockHooks.tried(true, lock, journal, SITE);
              Thread.sleep(250);
              lock.unlock();
              LockHooks.unlocked(lock, journal);
            }
            Thread.onSpinWait();
          }
        });
  }

  private void take(String name, ReentrantLock wanted) {
    start(
        name,
        () -> {
          wanted.lock();
          wanted.unlock();
        });
  }

  private void lookUntil(LockWaitDetector detector, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      lookOnce(detector);
    }
  }

  private void lookFor(LockWaitDetector detector, long millis) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(millis)) {
      lookOnce(detector);
    }
  }

  private void lookOnce(LockWaitDetector detector) {
    Clock.advance();
    time.advance();
    detector.look();
    try {
      Thread.sleep(LOOK_MILLIS); // The time between two looks.
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
