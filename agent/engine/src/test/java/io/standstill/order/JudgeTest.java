package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.recorder.ForkLog.Kind;
import io.standstill.recorder.ForkLog.Step;
import io.standstill.recorder.LockHooks;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** What is left of a cycle, and how sure it is: each reason by itself. */
class JudgeTest {
  private final Scene scene = new Scene();
  private final Map<Long, ThreadSteps> steps = new HashMap<>();
  private final Newborns newborns = new Newborns();
  private final OrderGraph classes = new OrderGraph(Level.LOCK_CLASS, List.of());
  private boolean allSteps = true;

  private Certainty certainty(Level level, Acquisition... acquisitions) {
    List<Cycle> cycles = Scene.cycles(level, List.of(acquisitions));
    assertEquals(1, cycles.size());
    return certainty(cycles.get(0));
  }

  private Certainty certainty(Cycle cycle) {
    ForkJoinOrder order = new ForkJoinOrder(KnownSteps.all(steps), allSteps);
    return new Judge(order, new Hierarchy(classes), newborns).of(cycle);
  }

  @Test
  void isLikelyIfTheSameLocksWereSeenInBothOrders() {
    assertEquals(
        Certainty.LIKELY,
        certainty(Level.INSTANCE, scene.takes(1, "a", "b"), scene.takes(2, "b", "a")));
  }

  @Test
  void isPossibleIfOnlyTheirClassesWere() {
    assertEquals(
        Certainty.POSSIBLE,
        certainty(Level.LOCK_CLASS, scene.takes(1, "a1", "b1"), scene.takes(2, "b2", "a2")));
  }

  @Test
  void isPossibleIfAThreadMayHoldMoreThanIsKnown() {
    assertEquals(
        Certainty.POSSIBLE,
        certainty(Level.INSTANCE, scene.takes(1, "a", "b"), scene.unsure(2, "b", "a")));
  }

  @Test
  void isPossibleIfNobodyElseMayHaveKnownALockYet() {
    assertEquals(
        Certainty.POSSIBLE,
        certainty(Level.INSTANCE, scene.takes(1, "a", "new b"), scene.takes(2, "b", "a")));
    assertEquals(
        Certainty.POSSIBLE,
        certainty(Level.INSTANCE, scene.takes(1, "c", "d"), scene.takes(2, "new d", "c")));
  }

  @Test
  void isNoneIfOneThreadStartedTheOtherInBetween() {
    steps.put(1L, new ThreadSteps(0, -1, List.of(new Step(Kind.START, 1, 2))));
    assertNull(
        certainty(Level.INSTANCE, scene.takes(1, 0, 0, "a", "b"), scene.takes(2, 1, 0, "b", "a")));
  }

  @Test
  void isNoneIfAllAreAtTheEndOfAWait() {
    assertNull(certainty(Level.INSTANCE, scene.waits(1, "a", "b"), scene.waits(2, "b", "a")));
    assertEquals(
        Certainty.LIKELY,
        certainty(Level.INSTANCE, scene.waits(3, "c", "d"), scene.takes(4, "d", "c")));
  }

  @Test
  void isNoneIfAPlaceOnlyEverTakesLocksThatNobodyTookBefore() {
    List<Acquisition> place = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      place.add(scene.takes(1, "table", "entry" + i));
      newborns.add(place.get(i - 1));
    }
    Acquisition back = scene.takes(2, "entry8", "table");
    assertNull(certainty(Level.INSTANCE, place.get(7), back));
  }

  @Test
  void isNoneIfTheClassesAreAHierarchy() {
    for (Acquisition each :
        List.of(scene.takes(1, "folder1", "panel1"), scene.takes(2, "panel1", "folder2"))) {
      Edge.of(each).forEach(edge -> classes.add(edge, unused -> {}));
    }
    assertNull(
        certainty(
            Level.LOCK_CLASS,
            scene.takes(3, "folder3", "panel3"),
            scene.takes(4, "panel4", "folder4")));
  }

  @Test
  void isNoneIfALockIsReleasedByAThreadThatHadNotTakenIt() {
    Cycle cycle =
        Scene.cycles(Level.INSTANCE, List.of(scene.takes(1, "a", "b"), scene.takes(2, "b", "a")))
            .get(0);
    Object handedOver = new Object();
    LockHooks.unlocked(handedOver, null);
    assertNull(certainty(with(cycle, handedOver, WaitType.LOCK)));
  }

  @Test
  void isNoneIfASemaphoreHasMorePermitsThanOne() {
    Cycle cycle =
        Scene.cycles(Level.INSTANCE, List.of(scene.takes(1, "a", "b"), scene.takes(2, "b", "a")))
            .get(0);
    assertEquals(Certainty.LIKELY, certainty(with(cycle, new Semaphore(1), WaitType.PERMIT)));
    assertNull(certainty(with(cycle, new Semaphore(2), WaitType.PERMIT)));
  }

  /** The same cycle, but for the lock that it begins with. */
  private Cycle with(Cycle cycle, Object lock, WaitType type) {
    Site site = new Site("app.Code", "use", "Code.java", 1, "lock", null, Site.Kind.SEMAPHORE);
    OrderedLock ordered =
        type == WaitType.PERMIT
            ? new OrderedLocks().of(lock, site)
            : new OrderedLock(lock, "app.Lock", System.identityHashCode(lock), type, false);
    List<Edge> edges = new ArrayList<>(cycle.edges());
    Edge first = edges.get(0);
    edges.set(0, new Edge(new Hold(ordered, false, site, false), first.to(), first.by()));
    return new Cycle(cycle.level(), edges);
  }
}
