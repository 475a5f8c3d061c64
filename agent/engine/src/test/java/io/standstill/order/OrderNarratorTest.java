package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.finding.Certainty;
import io.standstill.finding.LockUse;
import io.standstill.finding.WaitType;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderNarratorTest {
  private final Scene scene = new Scene();

  @Test
  void callsALockOfTheApplicationsOwnMakingALock() {
    Acquisition under = under(ownLock(), scene.takes(1, "a", "b"));
    Cycle cycle = Scene.cycles(Level.INSTANCE, List.of(under, scene.takes(2, "b", "a"))).get(0);

    List<WaitType> types = new ArrayList<>();
    new OrderNarrator(cycle, Certainty.LIKELY)
        .tell("O1")
        .threads()
        .forEach(thread -> thread.holds().stream().map(LockUse::type).forEach(types::add));

    assertEquals(List.of(WaitType.LOCK, WaitType.LOCK, WaitType.LOCK), types);
  }

  /** One that is not made of any of the JDK's. */
  private Hold ownLock() {
    Site site = new Site("app.Code", "use", "Code.java", 1, "own", null, Site.Kind.LOCK);
    return new Hold(new OrderedLocks().of(this, site), false, site, false);
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
