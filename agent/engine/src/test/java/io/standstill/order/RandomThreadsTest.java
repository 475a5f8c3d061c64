package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.order.ForkJoinOrder.Overlap;
import io.standstill.recorder.ForkLog.Kind;
import io.standstill.recorder.ForkLog.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The order of threads against the definition, by vector clocks: starting a thread, joining it,
 * handing over a task that begins later, and waiting, which may be for anything that was done
 * before.
 */
class RandomThreadsTest {
  private static final int PROGRAMS = 600;

  @Test
  void findsExactlyTheOrderOfThreads() {
    int[] count = new int[2];
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Program program = new Program(new Random(seed), false);
      for (Overlap overlap : compare(program, KnownSteps.all(program.steps()), true, seed)) {
        count[overlap == Overlap.NEVER ? 0 : 1]++;
      }
    }
    assertTrue(count[0] > PROGRAMS && count[1] > PROGRAMS, count[0] + " and " + count[1]);
  }

  @Test
  void letsNothingOverlapThatIsOrderedByTasks() {
    int possible = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Program program = new Program(new Random(seed), true);
      List<Overlap> overlaps = compare(program, KnownSteps.all(program.steps()), false, seed);
      possible += overlaps.contains(Overlap.POSSIBLE) ? 1 : 0;
    }
    assertTrue(possible > PROGRAMS / 10, possible + " with two that could meet");
  }

  @Test
  void letsNothingOverlapWhoseOrderIsForgotten() {
    int possible = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      Program program = new Program(random, seed % 2 == 0);
      List<Overlap> overlaps = compare(program, forget(program, random), false, seed);
      possible += overlaps.contains(Overlap.POSSIBLE) ? 1 : 0;
    }
    assertTrue(possible > PROGRAMS / 20, possible + " with two that could meet");
  }

  /** Forgets all steps of one thread, and the older ones of another. */
  private static KnownSteps forget(Program program, Random random) {
    Map<Long, ThreadSteps> steps = program.steps();
    List<Long> ids = new ArrayList<>(steps.keySet());
    ThreadSteps gone = steps.remove(ids.get(random.nextInt(ids.size())));
    steps.computeIfPresent(
        ids.get(random.nextInt(ids.size())),
        (id, known) -> {
          int forgotten = random.nextInt(known.steps().size());
          int waitedUntil =
              known.steps().subList(0, forgotten).stream()
                  .filter(step -> step.kind() == Kind.AWAIT || step.kind() == Kind.JOIN)
                  .mapToInt(Step::time)
                  .max()
                  .orElse(-1);
          List<Step> left = known.steps().subList(forgotten, known.steps().size());
          return new ThreadSteps(forgotten, waitedUntil, left);
        });
    return new KnownSteps(steps, gone.newest());
  }

  private static List<Overlap> compare(Program program, KnownSteps steps, boolean exact, int seed) {
    ForkJoinOrder order = new ForkJoinOrder(steps, true);
    List<Overlap> overlaps = new ArrayList<>();
    for (Event later : program.acquisitions) {
      for (Event earlier : program.acquisitions) {
        boolean others = earlier.by.threadId() != later.by.threadId();
        if (others && earlier.by.number() < later.by.number()) {
          Overlap overlap = order.between(earlier.by, later.by);
          boolean ordered = later.knows(earlier);
          String what = "program " + seed + ": " + earlier.by + " and " + later.by + " " + steps;
          if (exact) {
            assertEquals(ordered, overlap == Overlap.NEVER, what);
          } else {
            assertTrue(!ordered || overlap == Overlap.NEVER, what);
          }
          overlaps.add(overlap);
        }
      }
    }
    return overlaps;
  }

  /**
   * An acquisition.
   *
   * @param clock how many of the acquisitions of each thread come before it, itself included
   */
  private record Event(Acquisition by, Map<Long, Integer> clock) {

    boolean knows(Event earlier) {
      long thread = earlier.by.threadId();
      return clock.getOrDefault(thread, 0) >= earlier.clock.get(thread);
    }
  }

  /** One thread while the program runs. */
  private static final class Running {
    final long id;
    final Map<Long, Integer> clock;
    final List<Step> steps = new ArrayList<>();
    int began;

    Running(long id, Map<Long, Integer> clock, int began) {
      this.id = id;
      this.clock = new HashMap<>(clock);
      this.began = began;
    }

    void learn(Map<Long, Integer> other) {
      other.forEach((thread, count) -> clock.merge(thread, count, Math::max));
    }
  }

  /** Main, the threads that it and others start, and two workers of pools if there are any. */
  private static final class Program {
    private static final int EVENTS = 30;
    private static final int MOST_THREADS = 6;
    private static final long FIRST_WORKER = 100;

    final List<Event> acquisitions = new ArrayList<>();
    private final Scene scene = new Scene();
    private final Random random;
    private final Map<Long, Running> all = new TreeMap<>();
    private final List<Running> alive = new ArrayList<>();
    private final List<Running> workers = new ArrayList<>();
    private final List<Running> ended = new ArrayList<>();
    private final Map<Long, Integer> known = new HashMap<>();
    private final Map<Long, Integer> handedOver = new HashMap<>();

    Program(Random random, boolean pools) {
      this.random = random;
      begin(1, Map.of());
      for (long worker = 0; pools && worker < 2; worker++) {
        workers.add(begin(FIRST_WORKER + worker, Map.of()));
      }
      for (int i = 0; i < EVENTS; i++) {
        Running thread = alive.get(random.nextInt(alive.size()));
        step(thread);
        acquire(thread);
      }
    }

    private Running begin(long id, Map<Long, Integer> clock) {
      Running thread = new Running(id, clock, acquisitions.size());
      all.put(id, thread);
      alive.add(thread);
      return thread;
    }

    private void step(Running thread) {
      switch (random.nextInt(6)) {
        case 0, 1 -> start(thread);
        case 2 -> end();
        case 3 -> join(thread);
        case 4 -> await(thread);
        default -> handOver(thread);
      }
    }

    private void start(Running thread) {
      if (all.size() < MOST_THREADS) {
        long id = all.size() + 1;
        add(thread, Kind.START, id);
        begin(id, thread.clock);
      }
    }

    private void end() {
      Running last = alive.get(alive.size() - 1);
      if (last.id != 1 && !workers.contains(last)) {
        alive.remove(last);
        ended.add(last);
      }
    }

    private void join(Running thread) {
      if (!ended.isEmpty() && !ended.contains(thread)) {
        Running joined = ended.get(random.nextInt(ended.size()));
        add(thread, Kind.JOIN, joined.id);
        thread.learn(joined.clock);
      }
    }

    private void await(Running thread) {
      if (random.nextInt(3) == 0) {
        add(thread, Kind.AWAIT, 0);
        thread.learn(known);
      }
    }

    private void handOver(Running thread) {
      if (!workers.isEmpty()) {
        add(thread, Kind.FORK, 0);
        thread.clock.forEach((id, count) -> handedOver.merge(id, count, Math::max));
        Running worker = workers.get(random.nextInt(workers.size()));
        worker.began = acquisitions.size();
        worker.learn(handedOver);
      }
    }

    private void add(Running thread, Kind kind, long other) {
      thread.steps.add(new Step(kind, acquisitions.size(), other));
    }

    private void acquire(Running thread) {
      Acquisition by = scene.takes(thread.id, thread.began, thread.steps.size(), "a", "b");
      int count = thread.clock.merge(thread.id, 1, Integer::sum);
      known.put(thread.id, count);
      acquisitions.add(new Event(by, Map.copyOf(thread.clock)));
    }

    Map<Long, ThreadSteps> steps() {
      Map<Long, ThreadSteps> steps = new TreeMap<>();
      all.forEach(
          (id, thread) -> {
            if (!thread.steps.isEmpty()) {
              steps.put(id, new ThreadSteps(0, -1, List.copyOf(thread.steps)));
            }
          });
      return steps;
    }
  }
}
