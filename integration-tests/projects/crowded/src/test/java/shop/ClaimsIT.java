package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.junit.Certainty;
import io.standstill.junit.DeadlockFoundError;
import io.standstill.junit.Finding;
import io.standstill.junit.FindingKind;
import io.standstill.junit.Standstill;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class ClaimsIT {
  private final Lock left = new ReentrantLock();
  private final Lock right = new ReentrantLock();
  private final CountDownLatch both = new CountDownLatch(2);

  @Test
  void awaitsADeadlockThatItWants() throws Exception {
    Standstill.assertNoFindings();
    assertEquals("Nothing stands still.", Standstill.waitForGraph());
    Thread one = new Thread(() -> take(left, right), "one");
    Thread other = new Thread(() -> take(right, left), "other");
    one.start();
    other.start();

    Finding found = Standstill.await(FindingKind.DEADLOCK, Duration.ofSeconds(10));

    assertEquals(Certainty.CERTAIN, found.certainty());
    assertEquals(2, found.threads().size());
    assertTrue(found.threads().get(0).stack().stream().anyMatch(ClaimsIT::isHere));
    assertTrue(Standstill.waitForGraph().contains("held by   \"other\""));
    assertThrows(DeadlockFoundError.class, Standstill::assertNoFindings);
    AssertionError none =
        assertThrows(
            AssertionError.class,
            () -> Standstill.await(FindingKind.POOL_DEADLOCK, Duration.ofMillis(50)));
    assertTrue(none.getMessage().startsWith("no pool-deadlock was found within 50 ms. D1"));
    one.interrupt();
    one.join();
    other.join();
    Standstill.assertNoFindings();
  }

  /** The extension asks for it by name after each test. */
  @Test
  void theAgentCountsWhatItLearnsOfTheOrderOfLocks() throws Exception {
    IntSupplier counter =
        (IntSupplier)
            Class.forName("java.standstill.Observations", true, null)
                .getDeclaredConstructor()
                .newInstance();
    int before = counter.getAsInt();
    synchronized (left) {
      synchronized (right) {
        both.countDown();
      }
    }
    assertTrue(counter.getAsInt() > before);
  }

  private static boolean isHere(StackTraceElement frame) {
    return frame.getClassName().equals("shop.ClaimsIT")
        && frame.getMethodName().equals("take")
        && "ClaimsIT.java".equals(frame.getFileName())
        && frame.getLineNumber() > 0;
  }

  private void take(Lock first, Lock second) {
    first.lock();
    try {
      both.countDown();
      both.await();
      second.lockInterruptibly();
      second.unlock();
    } catch (InterruptedException wanted) {
      return;
    } finally {
      first.unlock();
    }
  }
}
