package io.standstill.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent that finds what it is told to find. */
final class FakeAgent implements Agent {
  private final List<Finding> active = new CopyOnWriteArrayList<>();
  private final List<Finding> overWithTheNextLook = new CopyOnWriteArrayList<>();

  /** What happens while it looks. */
  volatile Runnable whileLooking = () -> {};

  /** What happens when it is asked for its findings. */
  volatile Runnable whenAsked = () -> {};

  /** Whether it can see. */
  volatile boolean sees = true;

  /** Who has asked so far, once for each time. */
  final List<Thread> askers = new CopyOnWriteArrayList<>();

  /** Finds that these threads stand still for good. */
  Finding finds(String id, Certainty certainty, Thread... threads) {
    List<StuckThread> stuck = new ArrayList<>();
    for (Thread thread : threads) {
      List<StackTraceElement> stack = Arrays.asList(thread.getStackTrace());
      stuck.add(new StuckThread(thread.getId(), thread.getName(), 0L, stack));
    }
    return finds(finding(id, certainty, false, stuck));
  }

  Finding finds(Finding finding) {
    active.add(finding);
    return finding;
  }

  static Finding finding(
      String id, Certainty certainty, boolean endsByItself, List<StuckThread> threads) {
    return new Finding(
        id,
        "deadlock",
        certainty,
        "they wait for each other",
        id + " as text",
        Instant.now(),
        endsByItself,
        threads);
  }

  /** Waits until it was asked so many times more. */
  void awaitQuestions(int more) {
    int end = askers.size() + more;
    while (askers.size() < end) {
      Thread.onSpinWait();
    }
  }

  /** As if the agent noticed only with its next look that this is over. */
  void isOver(Finding finding) {
    overWithTheNextLook.add(finding);
  }

  /** It is over. */
  void forgets(Finding finding) {
    active.remove(finding);
  }

  @Override
  public List<Finding> findings() {
    askers.add(Thread.currentThread());
    whenAsked.run();
    return new ArrayList<>(active);
  }

  @Override
  public String report() {
    return active.toString();
  }

  @Override
  public String look() {
    whileLooking.run();
    active.removeAll(overWithTheNextLook);
    return report();
  }

  @Override
  public boolean healthy() {
    return sees && active.stream().noneMatch(Finding::isUnhealthy);
  }
}
