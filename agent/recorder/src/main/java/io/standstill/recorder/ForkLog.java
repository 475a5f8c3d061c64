package io.standstill.recorder;

import java.util.ArrayList;
import java.util.List;

/**
 * What one thread did that puts it in order with others: it started them, handed tasks to pools,
 * joined them, waited for results. The newest steps only. Each carries the time in observations of
 * {@link Order}; between two observations one step of a kind says as much as a thousand.
 *
 * <p>Only the owner writes, with plain stores; the engine reads racily.
 */
public final class ForkLog {
  /** What a step is. */
  public enum Kind {
    /** A thread is started. */
    START,
    /** A task is handed to whoever may run it. */
    FORK,
    /** A thread has ended, and was joined. */
    JOIN,
    /** A task, a future or a pool has ended, or a latch or a barrier has opened. */
    AWAIT
  }

  /**
   * One step.
   *
   * @param kind what was done
   * @param time how many observations there were before
   * @param thread id of the thread that was started or joined; 0 for other kinds
   */
  public record Step(Kind kind, int time, long thread) {}

  private static final int SIZE = 1 << 8;

  private final Step[] steps = new Step[SIZE];
  private int count;
  private int waitedUntil = -1;

  /** A fork may be left out if it comes right after one at the same time. */
  void fork() {
    Step newest = newest();
    int now = Order.now();
    if (newest == null || newest.kind != Kind.FORK || newest.time != now) {
      add(new Step(Kind.FORK, now, 0));
    }
  }

  /** A wait may be left out if there was one at the same time: that one says more. */
  void waited() {
    int now = Order.now();
    for (int i = count - 1; i >= 0 && i > count - SIZE; i--) {
      Step step = steps[i & SIZE - 1];
      if (step.time != now) {
        break;
      } else if (step.kind == Kind.AWAIT) {
        return;
      }
    }
    add(new Step(Kind.AWAIT, now, 0));
  }

  void thread(Kind kind, long id) {
    add(new Step(kind, Order.now(), id));
  }

  private Step newest() {
    return count == 0 ? null : steps[count - 1 & SIZE - 1];
  }

  private void add(Step step) {
    Step forgotten = steps[count & SIZE - 1];
    if (forgotten != null && (forgotten.kind == Kind.AWAIT || forgotten.kind == Kind.JOIN)) {
      waitedUntil = forgotten.time;
    }
    steps[count & SIZE - 1] = step;
    count++;
  }

  int count() {
    return count;
  }

  /** The steps that are known, oldest first. */
  public List<Step> steps() {
    List<Step> known = new ArrayList<>();
    int end = count;
    for (int i = Math.max(0, end - SIZE); i < end; i++) {
      Step step = steps[i & SIZE - 1];
      if (step != null) {
        known.add(step);
      }
    }
    return known;
  }

  /** The time of the newest wait that has been forgotten; -1 if none has. */
  public int waitedUntil() {
    return waitedUntil;
  }

  /** How many older steps have been forgotten. */
  public int forgotten() {
    return Math.max(0, count - SIZE);
  }
}
