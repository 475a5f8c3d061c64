package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.finding.Certainty;
import io.standstill.finding.LockUse;
import io.standstill.finding.WaitType;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

class OrderNarratorTest {
  private final Scene scene = new Scene();

  @Test
  void callsALockOfTheApplicationsOwnMakingALock() {
    assertEquals(
        List.of(WaitType.LOCK, WaitType.LOCK, WaitType.LOCK), typesUnder(hold(this, this)));
  }

  @Test
  void callsTheWriteLockOfAPairByItsName() {
    ReentrantReadWriteLock pair = new ReentrantReadWriteLock();
    StampedLock stamped = new StampedLock();
    Hold written = hold(pair.readLock(), pair.writeLock());
    Hold viewed = hold(stamped.asReadLock(), stamped.asWriteLock());

    assertEquals(List.of(WaitType.LOCK, WaitType.LOCK, WaitType.WRITE_LOCK), typesUnder(written));
    assertEquals(List.of(WaitType.LOCK, WaitType.LOCK, WaitType.WRITE_LOCK), typesUnder(viewed));
  }

  /** Of all locks held in a circle of two, in the order of the enum: one is held around another. */
  private List<WaitType> typesUnder(Hold gate) {
    Acquisition under = under(gate, scene.takes(1, "a", "b"));
    Cycle cycle = Scene.cycles(Level.INSTANCE, List.of(under, scene.takes(2, "b", "a"))).get(0);

    List<WaitType> types = new ArrayList<>();
    new OrderNarrator(cycle, Certainty.LIKELY)
        .tell("O1")
        .threads()
        .forEach(thread -> thread.holds().stream().map(LockUse::type).forEach(types::add));
    types.sort(null);
    return types;
  }

  /** A lock that was first seen as something else, which may be another view of it. */
  private static Hold hold(Object first, Object lock) {
    Site site = new Site("app.Code", "use", "Code.java", 1, "own", null, Site.Kind.LOCK);
    OrderedLocks locks = new OrderedLocks();
    locks.of(first, site);
    return new Hold(locks.of(lock, site), false, site, false);
  }

  private static Acquisition under(Hold gate, Acquisition inner) {
    List<Hold> held = new ArrayList<>(List.of(gate));
    held.addAll(inner.held());
    return new Acquisition(
        inner.number(),
        inner.threadId(),
        inner.threadName(),
        inner.virtual(),
        inner.began(),
        inner.step(),
        inner.whole(),
        held,
        inner.taken(),
        inner.again(),
        inner.chain(),
        inner.stand());
  }
}
