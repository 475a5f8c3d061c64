package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The graph against the definition: acquisitions by different threads, of different locks, each of
 * which takes what the next one holds, and no two of which hold a common lock, unless shared; and
 * at least one of which is not at the end of a wait. All choices of acquisitions are tried, with
 * locks as they are, and with any lock of a class for any other.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = 1_500;
  private static final int LONGEST = 4;

  private final List<Acquisition> chosen = new ArrayList<>();
  private Level level;
  private List<Acquisition> program;

  @ParameterizedTest
  @EnumSource
  void findsExactlyTheCyclesOfTheDefinition(Level compared) {
    level = compared;
    int withCycles = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      program = program(new Random(seed), level == Level.LOCK_CLASS ? 2 : 1);
      Set<Set<Integer>> expected = new HashSet<>();
      choose(expected);
      Set<Set<Integer>> found = new HashSet<>();
      for (Cycle cycle : Scene.cycles(level, program)) {
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
   * However many acquisitions of two locks there were before: if two threads can meet, so can those
   * who took them last.
   */
  @ParameterizedTest
  @EnumSource
  void comparesEachAcquisitionWithTheNewestOfEachThread(Level compared) {
    for (int seed = 0; seed < PROGRAMS / 10; seed++) {
      Random random = new Random(seed);
      Scene scene = new Scene();
      OrderGraph graph = new OrderGraph(compared, List.of(new SameThread()));
      Map<Long, Acquisition> forth = new HashMap<>();
      Map<Long, Acquisition> back = new HashMap<>();
      for (int step = 0; step < 5 * OrderGraph.MOST_OF_A_PAIR; step++) {
        boolean forward = random.nextBoolean();
        long thread = random.nextInt(OrderGraph.MOST_OF_A_PAIR / 2);
        String[] locks = forward ? new String[] {"a1", "b1"} : new String[] {"b1", "a1"};
        Acquisition taken = scene.takes(thread, 0, random.nextInt(3), locks);
        Set<Acquisition> met = new HashSet<>();
        Edge.of(taken)
            .forEach(edge -> graph.add(edge, cycle -> cycle.edges().forEach(e -> met.add(e.by()))));
        for (Acquisition other : (forward ? back : forth).values()) {
          assertEquals(
              other.threadId() != thread,
              met.contains(other),
              "program " + seed + ": " + taken + " and " + other);
        }
        (forward ? forth : back).put(thread, taken);
      }
      assertFalse(graph.gaveUp());
    }
  }

  /**
   * Threads that take locks one inside the other, and sometimes give them back out of order, or
   * wait.
   */
  private static List<Acquisition> program(Random random, int ofAClass) {
    Scene scene = new Scene();
    List<Acquisition> program = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int locks = 3 + random.nextInt(3);
    for (int thread = 1; thread <= LONGEST; thread++) {
      List<String> held = new ArrayList<>();
      for (int step = 0; step < 6; step++) {
        String lock = "l" + random.nextInt(locks) + "x" + random.nextInt(ofAClass);
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
    // Without its last digit a name is that of a class: two alike in classes are kept as one.
    List<String> classes =
        held.stream().map(name -> name.replaceFirst("[0-9](\\)?)$", "$1")).toList();
    int last = held.size() - 1;
    return new HashSet<>(classes.subList(0, last)) + classes.get(last);
  }

  private void choose(Set<Set<Integer>> cycles) {
    if (chosen.size() >= 2 && isCycle()) {
      Set<Integer> numbers = new HashSet<>();
      chosen.forEach(acquisition -> numbers.add(acquisition.number()));
      cycles.add(numbers);
    }
    if (chosen.size() < LONGEST) {
      for (Acquisition next : program) {
        if (!chosen.contains(next)) {
          chosen.add(next);
          choose(cycles);
          chosen.remove(chosen.size() - 1);
        }
      }
    }
  }

  private boolean isCycle() {
    if (chosen.stream().allMatch(Acquisition::again)) {
      return false;
    }
    for (int i = 0; i < chosen.size(); i++) {
      Acquisition one = chosen.get(i);
      if (!leadsTo(one, chosen.get((i + 1) % chosen.size()))) {
        return false;
      }
      for (int k = 0; k < i; k++) {
        Acquisition other = chosen.get(k);
        boolean guarded =
            one.held().stream().anyMatch(h -> other.held().stream().anyMatch(o -> exclude(h, o)));
        if (one.threadId() == other.threadId()
            || level.isSame(one.taken().lock(), other.taken().lock())
            || guarded) {
          return false;
        }
      }
    }
    return true;
  }

  /** The one waits for the next; a lock that is held behind another of its class leads nowhere. */
  private boolean leadsTo(Acquisition one, Acquisition next) {
    return next.held().stream()
        .anyMatch(
            hold -> exclude(hold, one.taken()) && !level.isSame(hold.lock(), next.taken().lock()));
  }

  private boolean exclude(Hold one, Hold other) {
    return level.isSame(one.lock(), other.lock()) && !(one.shared() && other.shared());
  }
}
