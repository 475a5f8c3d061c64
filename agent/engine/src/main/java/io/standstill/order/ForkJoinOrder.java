package io.standstill.order;

import io.standstill.recorder.ForkLog.Kind;
import io.standstill.recorder.ForkLog.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two acquisitions can overlap, or always come one after the other: because one thread
 * started the other, joined it, handed it a task or waited for its result or at a latch, at once or
 * by way of third threads. What is not known counts as an order: a risk missed is better than a
 * false alarm.
 */
final class ForkJoinOrder {
  /** The id of the main thread, which no thread of the application has started. */
  private static final long MAIN = 1;

  /** Whether two acquisitions can overlap. */
  enum Overlap {
    /** One always comes before the other. */
    NEVER,
    /** It is not known when a task began: something unknown may keep them apart. */
    UNSURE,
    /** Nothing that is known of keeps them apart. */
    POSSIBLE
  }

  private final KnownSteps steps;
  private final Map<Long, ThreadSteps> threads;
  private final boolean allSteps;
  private final Set<Long> started = new HashSet<>();

  /** By thread, who has joined it. */
  private final Map<Long, List<Join>> joins = new HashMap<>();

  /**
   * @param by the thread that joined
   * @param position how many steps it had made then, this one included
   */
  private record Join(long by, int position) {}

  /**
   * @param steps what is known of the steps of all threads
   * @param allSteps false if some may have made steps that nobody saw
   */
  ForkJoinOrder(KnownSteps steps, boolean allSteps) {
    this.steps = steps;
    this.threads = steps.byThread();
    this.allSteps = allSteps;
    started.add(MAIN);
    threads.forEach(this::note);
  }

  private void note(long id, ThreadSteps thread) {
    int position = thread.forgotten();
    for (Step step : thread.steps()) {
      position++;
      if (step.kind() == Kind.START) {
        started.add(step.thread());
      } else if (step.kind() == Kind.JOIN) {
        joins
            .computeIfAbsent(step.thread(), unused -> new ArrayList<>(1))
            .add(new Join(id, position));
      }
    }
  }

  Overlap between(Acquisition one, Acquisition other) {
    Acquisition earlier = one.number() < other.number() ? one : other;
    Acquisition later = earlier == one ? other : one;
    if (new Walk(earlier, later).arrives()) {
      return Overlap.NEVER;
    }
    boolean unknownBegin =
        !started.contains(later.threadId())
            && (later.began() < 0 || later.began() >= earlier.number());
    return unknownBegin || earlier.began() < 0 || !allSteps && waitsBetween(earlier, later)
        ? Overlap.UNSURE
        : Overlap.POSSIBLE;
  }

  /** True if the later one has waited for anybody since: who knows what came before that. */
  private boolean waitsBetween(Acquisition earlier, Acquisition later) {
    ThreadSteps own = threads.get(later.threadId());
    for (int i = 0; own != null && i < own.steps().size(); i++) {
      Step step = own.steps().get(i);
      if (own.forgotten() + i < later.step()
          && step.time() >= earlier.number()
          && step.kind() != Kind.START
          && step.kind() != Kind.FORK) {
        return true;
      }
    }
    return false;
  }

  /**
   * Goes from one acquisition to all that comes after it. Tasks that are handed over after both say
   * nothing of them.
   */
  private final class Walk {
    private final Acquisition from;
    private final Acquisition to;

    /** Of each thread, how many of its steps may come before. */
    private final Map<Long, Integer> reached = new HashMap<>();

    private final Deque<Long> open = new ArrayDeque<>();
    private int forkedAt = Integer.MAX_VALUE;
    private boolean lost;

    Walk(Acquisition from, Acquisition to) {
      this.from = from;
      this.to = to;
    }

    boolean arrives() {
      lost = steps.areUnknownSince(from.number());
      reach(from.threadId(), from.step());
      reachWaits();
      while (!open.isEmpty() && !lost) {
        goOn(open.pop());
      }
      Integer position = reached.get(to.threadId());
      return lost
          || position != null && position <= to.step()
          || !started.contains(to.threadId())
              && (to.began() < 0 ? forkedAt < to.number() : forkedAt <= to.began());
    }

    private void reach(long thread, int position) {
      Integer known = reached.get(thread);
      if (known == null || position < known) {
        reached.put(thread, position);
        open.push(thread);
      }
    }

    private void goOn(long thread) {
      joins(thread);
      ThreadSteps own = threads.get(thread);
      if (own == null) {
        return;
      }
      lost |= own.isUnknownSince(from.number());
      for (int i = reached.get(thread) - own.forgotten(); i < own.steps().size(); i++) {
        Step step = i < 0 ? null : own.steps().get(i);
        if (step != null && step.kind() == Kind.START) {
          reach(step.thread(), 0);
        } else if (step != null
            && step.kind() == Kind.FORK
            && step.time() < Math.min(forkedAt, to.number())) {
          fork(step.time());
        }
      }
    }

    /** Whoever joined the thread goes on after it. */
    private void joins(long ended) {
      for (Join join : joins.getOrDefault(ended, List.of())) {
        reach(join.by(), join.position());
      }
    }

    /** A task was handed over: to a thread that nobody is known to have started. */
    private void fork(int time) {
      forkedAt = time;
      threads.forEach(
          (id, thread) -> {
            if (!started.contains(id)) {
              reach(id, firstSince(thread, time));
            }
          });
    }

    private static int firstSince(ThreadSteps thread, int time) {
      int i = 0;
      while (i < thread.steps().size() && thread.steps().get(i).time() < time) {
        i++;
      }
      return thread.forgotten() + i;
    }

    /** Whoever has waited since then, for whatever it was, may have waited for just that. */
    private void reachWaits() {
      threads.forEach(
          (id, thread) -> {
            lost |= thread.hasForgottenWaitSince(from.number());
            for (int i = 0; i < thread.steps().size(); i++) {
              Step step = thread.steps().get(i);
              if (step.kind() == Kind.AWAIT && step.time() >= from.number()) {
                reach(id, thread.forgotten() + i + 1);
                return;
              }
            }
          });
    }
  }
}
