package io.standstill.detect.deadlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.evidence.Gate;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads and the JVM's own word, without any woven code: as after a late attach. */
@Timeout(60)
class DeadlockDetectorTest {
  private final List<Finding> findings = new ArrayList<>();
  private final DeadlockDetector detector =
      new DeadlockDetector(
          () -> new Class<?>[] {Parent.class, Child.class},
          true,
          () -> Duration.ofSeconds(10),
          System::nanoTime,
          pool -> null,
          findings::add);

  private interface Step {
    void run() throws Exception;
  }

  private static Thread start(String name, Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (Exception ended) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void await(CyclicBarrier barrier) throws Exception {
    barrier.await(20, TimeUnit.SECONDS);
  }

  private Finding findingAbout(String thread) {
    for (int looks = 0; looks < 100; looks++) {
      detector.look();
      for (Finding finding : findings) {
        if (finding.threads().stream().anyMatch(t -> t.name().equals(thread))) {
          return finding;
        }
      }
    }
    throw new AssertionError("nothing was found about " + thread + " but " + findings);
  }

  private static StuckThread thread(Finding finding, String name) {
    return finding.threads().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void findsTwoThreadsThatHoldEachOthersMonitors() {
    Object a = new Object();
    Object b = new Object();
    CyclicBarrier both = new CyclicBarrier(2);
    start(
        "monitor-1",
        () -> {
          synchronized (a) {
            await(both);
            synchronized (b) {
              throw new AssertionError();
            }
          }
        });
    start(
        "monitor-2",
        () -> {
          synchronized (b) {
            await(both);
            synchronized (a) {
              throw new AssertionError();
            }
          }
        });
    Finding finding = findingAbout("monitor-1");
    assertEquals(Kind.DEADLOCK, finding.kind());
    assertEquals(Certainty.CERTAIN, finding.certainty());
    assertEquals("monitor-1 and monitor-2 wait for each other", finding.summary());
    StuckThread first = thread(finding, "monitor-1");
    assertEquals("BLOCKED", first.state());
    assertEquals(WaitType.MONITOR, first.waitsFor().type());
    assertEquals(List.of(thread(finding, "monitor-2").id()), first.waitsFor().owners());
    assertEquals(1, first.holds().size());
    assertEquals(
        thread(finding, "monitor-2").waitsFor().identity(), first.holds().get(0).identity());
    String site = first.holds().get(0).site();
    assertTrue(site.endsWith("(DeadlockDetectorTest.java)"), "method without a line: " + site);
    int told = findings.size();
    detector.look();
    assertEquals(told, findings.size(), "told once");
  }

  @Test
  void findsACircleOfThreeReentrantLocksAndSaysWhenItIsOver() throws Exception {
    List<Lock> locks = List.of(new ReentrantLock(), new ReentrantLock(true), new ReentrantLock());
    CyclicBarrier all = new CyclicBarrier(3);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Lock own = locks.get(i);
      Lock next = locks.get((i + 1) % 3);
      threads.add(
          start(
              "circle-" + i,
              () -> {
                own.lock();
                try {
                  await(all);
                  next.lockInterruptibly();
                  next.unlock();
                } finally {
                  own.unlock();
                }
              }));
    }
    Finding finding = findingAbout("circle-0");
    assertEquals(
        "circle-0 waits for circle-1, which waits for circle-2, which waits for circle-0",
        finding.summary());
    assertEquals(Certainty.CERTAIN, finding.certainty());
    LockUse held = thread(finding, "circle-1").holds().get(0);
    assertEquals("java.util.concurrent.locks.ReentrantLock", held.className());
    assertNull(held.site(), "taken where nobody saw it");

    threads.get(0).interrupt();
    for (Thread thread : threads) {
      thread.join();
    }
    detector.look();
    Finding last = findings.get(findings.size() - 1);
    assertEquals(finding.id(), last.id());
    assertNotNull(last.resolvedAfterMillis());
  }

  @Test
  void findsAReaderThatWantsToWrite() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    start(
        "upgrader",
        () -> {
          lock.readLock().lock();
          lock.writeLock().lock();
        });
    Finding finding = findingAbout("upgrader");
    assertEquals(Certainty.CERTAIN, finding.certainty());
    assertEquals(1, finding.threads().size());
    assertEquals(WaitType.WRITE_LOCK, finding.threads().get(0).waitsFor().type());
    assertEquals(WaitType.READ_LOCK, finding.threads().get(0).holds().get(0).type());
  }

  @Test
  void findsAReaderBehindAQueuedWriter() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    ReentrantLock other = new ReentrantLock();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch otherTaken = new CountDownLatch(1);
    start(
        "old-reader",
        () -> {
          lock.readLock().lock();
          reading.countDown();
          otherTaken.await();
          other.lock();
        });
    reading.await();
    Thread writer = start("writer", () -> lock.writeLock().lock());
    while (!lock.hasQueuedThread(writer)) {
      Thread.onSpinWait();
    }
    start(
        "new-reader",
        () -> {
          other.lock();
          otherTaken.countDown();
          lock.readLock().lock();
        });
    Finding finding = findingAbout("new-reader");
    assertEquals(3, finding.threads().size());
    assertEquals(Certainty.CERTAIN, finding.certainty());
  }

  @Test
  void findsWhoWaitsForAnOwnerThatHasEnded() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    start("forgetful", lock::lock).join();
    start("heir", lock::lock);
    Finding finding = findingAbout("heir");
    assertEquals(Certainty.CERTAIN, finding.certainty());
    assertEquals(
        "heir waits for a lock that can never be released: its owner forgetful has ended",
        finding.summary());
    assertEquals("TERMINATED", thread(finding, "forgetful").state());
  }

  @Test
  void findsAThreadThatJoinsWhoWantsItsLock() {
    ReentrantLock lock = new ReentrantLock();
    start(
        "joiner",
        () -> {
          lock.lock();
          start("wanter", lock::lock).join();
        });
    assertEquals("joiner and wanter wait for each other", findingAbout("wanter").summary());
  }

  @Test
  void findsAClassThatIsInitialisedFromBothEnds() {
    CyclicBarrier both = new CyclicBarrier(2);
    Gate.barrier = both;
    start("init-parent", () -> Parent.touch());
    start("init-child", () -> Child.touch());
    Finding finding = findingAbout("init-parent");
    assertEquals(Kind.CLASS_INIT_DEADLOCK, finding.kind());
    assertEquals(Certainty.CERTAIN, finding.certainty());
    assertEquals(2, finding.threads().size());
    assertEquals(WaitType.CLASS_INIT, finding.threads().get(0).waitsFor().type());
  }

  static final class Gate {
    static CyclicBarrier barrier;

    static Object pass() {
      try {
        await(barrier);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return new Object();
    }
  }

  static class Parent {
    static final Object PASSED = Gate.pass();
    static final Object NEEDS = Child.touch();

    static Object touch() {
      return NEEDS;
    }
  }

  static final class Child {
    static final Object PASSED = Gate.pass();
    static final Object NEEDS = Parent.touch();

    static Object touch() {
      return NEEDS;
    }
  }

  @Test
  void staysSilentAboutContentionThatMoves() throws Exception {
    Object monitor = new Object();
    CountDownLatch enough = new CountDownLatch(20);
    for (int i = 0; i < 4; i++) {
      start(
          "busy-" + i,
          () -> {
            while (enough.getCount() > 0) {
              synchronized (monitor) {
                Thread.onSpinWait();
              }
            }
          });
    }
    while (enough.getCount() > 0) {
      detector.look();
      enough.countDown();
    }
    assertEquals(
        List.of(),
        findings.stream()
            .filter(f -> f.threads().stream().anyMatch(t -> t.name().startsWith("busy")))
            .toList());
  }

  @Test
  void saysThatACircleWithATimedWaitEndsByItself() throws Exception {
    ReentrantLock a = new ReentrantLock();
    ReentrantLock b = new ReentrantLock();
    CyclicBarrier both = new CyclicBarrier(2);
    Thread patient =
        start(
            "patient",
            () -> {
              a.lock();
              await(both);
              b.lock();
            });
    start(
        "hasty",
        () -> {
          b.lock();
          await(both);
          a.tryLock(30, TimeUnit.SECONDS);
        });
    Finding finding = findingAbout("hasty");
    assertEquals(Certainty.LIKELY, finding.certainty());
    assertEquals(-1, finding.endsInMillis(), "no woven code told the timeout");
    assertTrue(patient.isAlive());
  }
}
