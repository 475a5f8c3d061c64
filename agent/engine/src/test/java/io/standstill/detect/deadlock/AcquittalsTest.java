package io.standstill.detect.deadlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AcquittalsTest {
  /** So dear that all are asked again only after the longest pause. */
  private static final long DEAR = TimeUnit.SECONDS.toNanos(1);

  private final Acquittals acquittals = new Acquittals();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread waiter = new Thread(this::sleep);
  private final Thread other = new Thread(this::sleep);
  private final Map<Thread, Suspects.Glance> glance = new IdentityHashMap<>();
  private final ThreadSet suspects = ThreadSet.of(List.of(waiter, other));

  private void sleep() {
    try {
      end.await();
    } catch (InterruptedException told) {
      return;
    }
  }

  @BeforeEach
  void begin() {
    waiter.start();
    other.start();
    glance.put(waiter, waiting(1, true));
    glance.put(other, waiting(7, true));
  }

  @AfterEach
  void end() throws Exception {
    end.countDown();
    waiter.join();
    other.join();
  }

  private Suspects.Glance waiting(int moves, boolean announced) {
    return new Suspects.Glance(Thread.State.WAITING, moves, this, announced);
  }

  private Set<Long> open() {
    return acquittals.open(suspects, glance).ids();
  }

  private void acquitAll() {
    acquittals.note(suspects, suspects, glance, suspects, DEAR);
  }

  @Test
  void asksEverybodyAtFirst() {
    assertEquals(suspects.ids(), open());
  }

  @Test
  void asksNobodyWhoWaitsAsBefore() {
    acquitAll();

    assertEquals(Set.of(), open());
  }

  @Test
  void asksWhoHasBegunAnotherWait() {
    acquitAll();
    glance.put(other, waiting(8, true));

    assertEquals(Set.of(Threads.id(other)), open());
  }

  @Test
  void asksAgainWhoseWaitsLookAllTheSame() {
    glance.put(other, waiting(0, false));
    acquitAll();

    assertEquals(Set.of(Threads.id(other)), open());
  }

  @Test
  void asksEverybodyOnceOneHasEndedWhomOthersNeeded() throws Exception {
    Thread needed = new Thread(this::sleep);
    needed.start();
    acquittals.note(suspects, suspects, glance, ThreadSet.of(List.of(needed)), DEAR);
    assertEquals(Set.of(), open());

    needed.interrupt();
    needed.join();

    assertEquals(suspects.ids(), open());
  }

  @Test
  void asksEverybodyEachTimeIfThatIsCheap() {
    acquittals.note(suspects, suspects, glance, suspects, 0);

    assertTrue(open().containsAll(suspects.ids()));
  }

  @Test
  void asksEverybodyOnceAnythingWasFound() {
    acquitAll();

    acquittals.clear();

    assertEquals(suspects.ids(), open());
  }
}
