package io.standstill.order;

import static io.standstill.order.ForkJoinOrder.Overlap.NEVER;
import static io.standstill.order.ForkJoinOrder.Overlap.POSSIBLE;
import static io.standstill.order.ForkJoinOrder.Overlap.UNSURE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.order.ForkJoinOrder.Overlap;
import io.standstill.recorder.ForkLog.Kind;
import io.standstill.recorder.ForkLog.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thread 1 is main; times count acquisitions. */
class ForkJoinOrderTest {
  private final Scene scene = new Scene();
  private final Map<Long, ThreadSteps> steps = new HashMap<>();
  private int forgottenUntil = -1;

  private void steps(long thread, Step... made) {
    steps.put(thread, new ThreadSteps(0, -1, List.of(made)));
  }

  private static Step start(int time, long thread) {
    return new Step(Kind.START, time, thread);
  }

  private static Step join(int time, long thread) {
    return new Step(Kind.JOIN, time, thread);
  }

  private static Step step(Kind kind, int time) {
    return new Step(kind, time, 0);
  }

  private Acquisition by(long thread, int began, int step) {
    return scene.takes(thread, began, step, "a", "b");
  }

  private void assertOverlap(Overlap expected, Acquisition one, Acquisition other) {
    assertOverlap(expected, one, other, true);
  }

  private void assertOverlap(
      Overlap expected, Acquisition one, Acquisition other, boolean allSteps) {
    ForkJoinOrder order = new ForkJoinOrder(new KnownSteps(steps, forgottenUntil), allSteps);
    assertEquals(expected, order.between(one, other));
    assertEquals(expected, order.between(other, one));
  }

  @Test
  void letsThreadsOfOneParentOverlap() {
    steps(1, start(0, 2), start(0, 3), join(1, 2), join(2, 3));
    assertOverlap(POSSIBLE, by(2, 0, 0), by(3, 1, 0));
  }

  @Test
  void doesNotTrustAWaitIfThereAreStepsThatNobodySaw() {
    steps(1, start(0, 2), start(0, 3), start(0, 4));
    steps(3, join(1, 4));
    Acquisition earlier = by(2, 0, 0);
    Acquisition later = by(3, 0, 1);
    assertOverlap(POSSIBLE, earlier, later, true);
    assertOverlap(UNSURE, earlier, later, false);
    assertOverlap(POSSIBLE, earlier, by(3, 0, 0), false);
  }

  @Test
  void putsAParentBeforeAChildThatItStartsLater() {
    steps(1, start(0, 3), start(1, 2));
    Acquisition parent = by(1, 0, 1);
    assertOverlap(NEVER, parent, by(2, 1, 0));
    assertOverlap(POSSIBLE, parent, by(3, 0, 0));
  }

  @Test
  void putsAChildThatWasJoinedBeforeItsParent() {
    steps(1, start(0, 2), join(1, 2));
    assertOverlap(NEVER, by(2, 0, 0), by(1, 0, 2));
  }

  @Test
  void letsAParentOverlapUntilItJoins() {
    steps(1, start(0, 2), join(2, 2));
    assertOverlap(POSSIBLE, by(2, 0, 0), by(1, 0, 1));
  }

  @Test
  void putsPhasesInOrder() {
    steps(1, start(0, 2), join(1, 2), start(1, 3));
    assertOverlap(NEVER, by(2, 0, 0), by(3, 1, 0));
  }

  @Test
  void followsChildrenOfChildren() {
    steps(1, start(1, 2));
    steps(2, start(1, 3));
    assertOverlap(NEVER, by(1, 0, 0), by(3, 1, 0));
  }

  @Test
  void putsASubmitterBeforeItsTask() {
    steps(1, step(Kind.FORK, 1));
    assertOverlap(NEVER, by(1, 0, 0), by(9, 1, 0));
  }

  @Test
  void letsASubmitterOverlapWithATaskThatHadBegun() {
    steps(1, step(Kind.FORK, 0), step(Kind.FORK, 1));
    assertOverlap(POSSIBLE, by(1, 0, 1), by(9, 0, 0));
  }

  @Test
  void putsATaskBeforeWhoeverWaitedForIt() {
    steps(1, step(Kind.FORK, 0), step(Kind.AWAIT, 1));
    assertOverlap(NEVER, by(9, 0, 0), by(1, 0, 2));
  }

  @Test
  void putsTasksInOrderThatAreWaitedForBetween() {
    steps(1, step(Kind.FORK, 0), step(Kind.AWAIT, 1), step(Kind.FORK, 1));
    assertOverlap(NEVER, by(8, 0, 0), by(9, 1, 0));
  }

  @Test
  void putsNobodyBeforeATaskByWhatIsHandedOverLater() {
    steps(1, step(Kind.FORK, 7));
    assertOverlap(UNSURE, by(1, 0, 0), by(9, -1, 0));
  }

  @Test
  void putsNobodyBeforeAThreadThatWaitsByWhatIsHandedOverLater() {
    steps(1, start(0, 2), start(0, 3));
    steps(2, step(Kind.FORK, 7));
    steps(9, step(Kind.AWAIT, 8));
    assertOverlap(POSSIBLE, by(2, 0, 0), by(9, 0, 0));
  }

  @Test
  void isUnsureOfTasksWhoseBeginIsNotKnown() {
    steps(1, step(Kind.FORK, 0));
    assertOverlap(UNSURE, by(8, -1, 0), by(9, -1, 0));
  }

  @Test
  void takesALatchForAnOrder() {
    steps(1, start(0, 2), start(0, 3));
    steps(3, step(Kind.AWAIT, 1));
    assertOverlap(NEVER, by(2, 0, 0), by(3, 0, 1));
    assertOverlap(POSSIBLE, by(2, 0, 0), by(3, 0, 0));
  }

  @Test
  void takesAResultForAnOrderWhoeverMadeIt() {
    steps(1, start(0, 2), start(0, 3), step(Kind.AWAIT, 1), start(1, 4));
    Acquisition made = by(2, 0, 0);
    assertOverlap(NEVER, made, by(1, 0, 3));
    assertOverlap(NEVER, made, by(4, 1, 0));
    assertOverlap(POSSIBLE, made, by(3, 0, 0));
  }

  @Test
  void takesForgottenThreadsForAnOrder() {
    steps(1, start(0, 2), start(0, 3));
    Acquisition before = by(2, 0, 0);
    Acquisition then = by(2, 0, 0);
    Acquisition after = by(3, 0, 0);
    forgottenUntil = 1;
    assertOverlap(NEVER, before, after);
    assertOverlap(POSSIBLE, then, after);
  }

  @Test
  void takesForgottenWaitsForAnOrder() {
    steps(1, start(0, 2), start(0, 3));
    steps.put(3L, new ThreadSteps(9, 1, List.of(start(7, 9))));
    Acquisition before = by(2, 0, 0);
    Acquisition then = by(2, 0, 0);
    Acquisition after = by(3, 0, 9);
    assertOverlap(NEVER, before, after);
    assertOverlap(POSSIBLE, then, after);
  }

  @Test
  void takesForgottenStepsForAnOrder() {
    steps.put(1L, new ThreadSteps(5, -1, List.of(start(7, 9))));
    assertOverlap(NEVER, by(1, 0, 3), by(2, 0, 0));
  }
}
