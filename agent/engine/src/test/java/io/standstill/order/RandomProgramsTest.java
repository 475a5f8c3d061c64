package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The graph against the definition: acquisitions by different threads, of different locks, each of
 * which takes what the next one holds, and no two of which hold a common lock, unless shared; and
 * at least one of which is not at the end of a wait. All choices of acquisitions are tried.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = 3_000;
  private static final int LONGEST = 4;

  @Test
  void findsExactlyTheCyclesOfTheDefinition() {
    int withCycles = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      List<Acquisition> program = program(new Random(seed));
      Set<Set<Integer>> expected = new HashSet<>();
      choose(program, new ArrayList<>(), expected);
      Set<Set<Integer>> found = new HashSet<>();
      for (Cycle cycle : Scene.cycles(Level.INSTANCE, program)) {
        Set<Integer> numbers = new HashSet<>();
        cycle.edges().forEach(edge -> numbers.add(edge.by().number()));
        if (!Sleepers.areAll(cycle)) {
          found.add(numbers);
        }
      }
      assertEquals(expected, found, "program " + seed + ": " + program);
      withCycles += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(withCycles > PROGRAMS / 20 && withCycles < PROGRAMS, "cycles in " + withCycles);
  }

  /**
   * Threads that take locks one inside the other, and sometimes give them back out of order, or
   * wait.
   */
  private static List<Acquisition> program(Random random) {
    Scene scene = new Scene();
    List<Acquisition> program = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int locks = 3 + random.nextInt(3);
    for (int thread = 1; thread <= LONGEST; thread++) {
      List<String> held = new ArrayList<>();
      for (int step = 0; step < 6; step++) {
        String lock = "l" + random.nextInt(locks) + "x";
        if (held.size() > 1 && random.nextInt(6) == 0) {
          waits(scene, thread, held, known, program, random.nextInt(held.size()));
        } else if (!held.isEmpty() && random.nextInt(3) == 0) {
          held.remove(random.nextInt(held.size()));
        } else if (!held.contains(lock) && !held.contains("(" + lock + ")")) {
          held.add(random.nextInt(4) == 0 ? "(" + lock + ")" : lock);
          // What a thread does twice says nothing new, and the graph keeps it once.
          if (held.size() > 1 && known.add(thread + likeness(held))) {
            program.add(scene.takes(thread, held.toArray(String[]::new)));
          }
        }
      }
    }
    return program;
  }

  private static void waits(
      Scene scene,
      int thread,
      List<String> held,
      Set<String> known,
      List<Acquisition> program,
      int given) {
    List<String> order = new ArrayList<>(held);
    order.add(order.remove(given));
    // Readers have no conditions.
    if (!held.get(given).startsWith("(") && known.add(thread + "again" + likeness(order))) {
      program.add(scene.waits(thread, order.toArray(String[]::new)));
    }
  }

  private static String likeness(List<String> held) {
    int last = held.size() - 1;
    return new HashSet<>(held.subList(0, last)) + held.get(last);
  }

  private static void choose(
      List<Acquisition> program, List<Acquisition> chosen, Set<Set<Integer>> cycles) {
    if (chosen.size() >= 2 && isCycle(chosen)) {
      Set<Integer> numbers = new HashSet<>();
      chosen.forEach(acquisition -> numbers.add(acquisition.number()));
      cycles.add(numbers);
    }
    if (chosen.size() < LONGEST) {
      for (Acquisition next : program) {
        if (!chosen.contains(next)) {
          chosen.add(next);
          choose(program, chosen, cycles);
          chosen.remove(chosen.size() - 1);
        }
      }
    }
  }

  private static boolean isCycle(List<Acquisition> chosen) {
    if (chosen.stream().allMatch(Acquisition::again)) {
      return false;
    }
    for (int i = 0; i < chosen.size(); i++) {
      Acquisition one = chosen.get(i);
      Acquisition next = chosen.get((i + 1) % chosen.size());
      if (next.held().stream().noneMatch(hold -> hold.excludes(one.taken()))) {
        return false;
      }
      for (int k = 0; k < i; k++) {
        Acquisition other = chosen.get(k);
        boolean guarded =
            one.held().stream().anyMatch(h -> other.held().stream().anyMatch(h::excludes));
        if (one.threadId() == other.threadId()
            || one.taken().lock() == other.taken().lock()
            || guarded) {
          return false;
        }
      }
    }
    return true;
  }
}
