package io.standstill.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One step of a test on one thread: a test method, a lifecycle method, a constructor. The watch
 * adds what is found; the step's own thread takes it at the end. An outer step is whatever else
 * JUnit does for a test or a class: it is known so that it does not hang, but cannot be failed.
 */
final class Scope {
  private static final long INSIST_MILLIS = 500;
  private static final int GIVE_UP_FACTOR = 5;

  /** What a thread may wait for that has nothing to do with the finding takes no longer, mostly. */
  private static final long UNCLEAR_MILLIS = 30_000;

  private static final long GIVE_UP_MILLIS = 180_000;

  private final Span span;
  private final Settings settings;
  private final Thread thread;
  private final Consumer<AssertionError> leave;
  private final Stillness stillness;
  private final Map<String, Finding> found = new LinkedHashMap<>();

  private long failedAt;
  private boolean interrupted;
  private boolean sealed;

  /**
   * A step that begins.
   *
   * @param leave ends the step with an error though its thread is stuck; null if that cannot be
   *     done
   */
  Scope(Span span, Settings settings, Thread thread, Consumer<AssertionError> leave) {
    this.span = span;
    this.settings = settings;
    this.thread = thread;
    this.leave = leave;
    this.stillness = new Stillness(thread);
  }

  Span span() {
    return span;
  }

  Settings settings() {
    return settings;
  }

  Thread thread() {
    return thread;
  }

  boolean isOuter() {
    return span.isOuter();
  }

  /** Looks at what the thread does; by the watch alone. */
  void look() {
    stillness.look();
  }

  /** Whether the thread waits for other threads now, without timeout. */
  boolean waits() {
    return stillness.waits();
  }

  /** Whether the thread has waited for other threads for so long, in one place. */
  boolean standsStill(long millis) {
    return stillness.waits() && stillness.millis() >= millis;
  }

  /** Whether the thread has done nothing for so long that can be seen. */
  boolean hasNotMoved(long millis) {
    return stillness.millis() >= millis;
  }

  /** Notes a finding without touching the thread. */
  synchronized void note(Finding finding) {
    found.putIfAbsent(finding.id(), finding);
  }

  /**
   * Fails the step for this finding: its thread is interrupted, so that it need not wait.
   *
   * @return false if the step is about to end, and will ask by itself
   */
  synchronized boolean fail(Finding finding) {
    if (!sealed && found.putIfAbsent(finding.id(), finding) == null && !interrupted) {
      failedAt = System.nanoTime();
      interrupt();
    }
    return !sealed;
  }

  /** An outer step goes on to other things once what it was interrupted for is over. */
  synchronized void goOn(List<Finding> active) {
    if (isOuter() && active.stream().noneMatch(finding -> found.containsKey(finding.id()))) {
      interrupted = false;
    }
  }

  /** Interrupts once more what was interrupted in vain. */
  synchronized void insist(List<Finding> active) {
    if (!sealed && interrupted && hasNotMoved(INSIST_MILLIS) && !isStuck(active)) {
      thread.interrupt();
    }
  }

  private void interrupt() {
    interrupted = true;
    stillness.reset();
    thread.interrupt();
  }

  synchronized boolean hasFailed() {
    return !found.isEmpty();
  }

  /**
   * Whether it was failed and cannot be made to end. Who does not hear of the interrupt need not be
   * stuck: if it does not wait for the threads of what it was failed for, and so may go on by
   * itself, it gets more time.
   */
  synchronized boolean isStuck(List<Finding> active) {
    if (sealed || !interrupted) {
      return false;
    }
    return hasNotMoved(patienceMillis()) && (isBehind(active) || hasNotMoved(UNCLEAR_MILLIS))
        || failedMillis() > GIVE_UP_MILLIS;
  }

  private boolean isBehind(List<Finding> active) {
    return active.stream()
        .anyMatch(finding -> found.containsKey(finding.id()) && Behind.isBehind(thread, finding));
  }

  /** Who waits to enter a monitor does not hear of interrupts; others may have to clean up. */
  private long patienceMillis() {
    long quiet = Math.max(settings.quiet().toMillis(), Settings.DEFAULT.quiet().toMillis());
    return thread.getState() == Thread.State.BLOCKED ? quiet : GIVE_UP_FACTOR * quiet;
  }

  /** For how long it has been failed. */
  synchronized long failedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - failedAt);
  }

  boolean canBeLeft() {
    return leave != null;
  }

  /** Leaves the thread behind, so that the run goes on. */
  void leave() {
    seal();
    leave.accept(new DeadlockFoundError(found(), null));
  }

  /**
   * From now on the thread is not interrupted any more; by that thread, or by who leaves it.
   *
   * @return false if that was so already
   */
  synchronized boolean seal() {
    boolean first = !sealed;
    sealed = true;
    if (interrupted && Thread.currentThread() == thread) {
      Thread.interrupted();
    }
    return first;
  }

  /** What was found so far, for somebody else to fail for. */
  synchronized List<Finding> take() {
    List<Finding> taken = found();
    found.clear();
    interrupted = false;
    return taken;
  }

  synchronized List<Finding> found() {
    return new ArrayList<>(found.values());
  }
}
