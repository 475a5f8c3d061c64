package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderGraphTest {
  private final Scene scene = new Scene();

  private int cycles(Level level, Acquisition... acquisitions) {
    return Scene.cycles(level, List.of(acquisitions)).size();
  }

  @Test
  void findsTwoLocksInTwoOrders() {
    assertEquals(1, cycles(Level.INSTANCE, scene.takes(1, "a", "b"), scene.takes(2, "b", "a")));
  }

  @Test
  void findsACircleOfSixAndNoLonger() {
    List<Acquisition> circle = new ArrayList<>();
    for (int length : new int[] {6, 7}) {
      circle.clear();
      for (int i = 0; i < length; i++) {
        circle.add(
            scene.takes(i + 1, length + "x" + i + "l", length + "x" + (i + 1) % length + "l"));
      }
      assertEquals(length == 6 ? 1 : 0, Scene.cycles(Level.INSTANCE, circle).size());
    }
  }

  @Test
  void knowsThatAThreadDoesNotWaitForItself() {
    assertEquals(0, cycles(Level.INSTANCE, scene.takes(1, "a", "b"), scene.takes(1, "b", "a")));
    assertEquals(
        0,
        cycles(
            Level.INSTANCE,
            scene.takes(1, "a", "b"),
            scene.takes(2, "b", "c"),
            scene.takes(1, "c", "a")));
  }

  @Test
  void staysSilentWhenAGateLockProtects() {
    assertEquals(
        0, cycles(Level.INSTANCE, scene.takes(1, "g", "a", "b"), scene.takes(2, "g", "b", "a")));
    assertEquals(
        0, cycles(Level.INSTANCE, scene.takes(1, "(g)", "a", "b"), scene.takes(2, "g", "b", "a")));
  }

  @Test
  void knowsThatAGateForReadersIsOpen() {
    assertEquals(
        1,
        cycles(Level.INSTANCE, scene.takes(1, "(g)", "a", "b"), scene.takes(2, "(g)", "b", "a")));
  }

  @Test
  void knowsThatAGateForTwoOfThreeIsEnough() {
    assertEquals(
        0,
        cycles(
            Level.INSTANCE,
            scene.takes(1, "g", "a", "b"),
            scene.takes(2, "b", "c"),
            scene.takes(3, "g", "c", "a")));
  }

  @Test
  void knowsThatReadersDoNotWaitForReaders() {
    assertEquals(0, cycles(Level.INSTANCE, scene.takes(1, "(a)", "b"), scene.takes(2, "b", "(a)")));
    assertEquals(1, cycles(Level.INSTANCE, scene.takes(3, "(c)", "d"), scene.takes(4, "d", "c")));
    assertEquals(1, cycles(Level.INSTANCE, scene.takes(5, "e", "f"), scene.takes(6, "f", "(e)")));
  }

  @Test
  void comparesClassesOfLocks() {
    Acquisition forth = scene.takes(1, "a1", "b1");
    Acquisition back = scene.takes(2, "b2", "a2");

    assertEquals(0, cycles(Level.INSTANCE, forth, back));
    assertEquals(1, cycles(Level.LOCK_CLASS, forth, back));
  }

  @Test
  void findsNothingInOneClassWhoseInstancesKeepAnOrder() {
    Acquisition[] row = {
      scene.takes(1, "a1", "a2"), scene.takes(2, "a2", "a3"), scene.takes(3, "a1", "a3")
    };
    assertEquals(0, cycles(Level.INSTANCE, row));
    assertEquals(0, cycles(Level.LOCK_CLASS, row));
  }

  @Test
  void takesAGateOfTheSameClassForAGate() {
    assertEquals(
        0,
        cycles(
            Level.LOCK_CLASS, scene.takes(1, "g1", "a1", "b1"), scene.takes(2, "g2", "b2", "a2")));
  }

  @Test
  void keepsAnEdgeOnce() {
    OrderGraph graph = new OrderGraph(Level.INSTANCE, List.of());
    for (int i = 0; i < 10; i++) {
      Edge.of(scene.takes(1, "a", "b")).forEach(edge -> graph.add(edge, unused -> {}));
    }
    assertEquals(1, graph.size());
  }

  /** The pairs of threads in the cycles that the last acquisition closes. */
  private static Set<Set<Long>> met(OrderGraph graph, Acquisition... acquisitions) {
    Set<Set<Long>> met = new HashSet<>();
    for (Acquisition each : acquisitions) {
      met.clear();
      Edge.of(each)
          .forEach(
              edge ->
                  graph.add(
                      edge,
                      cycle ->
                          met.add(
                              Set.of(
                                  cycle.edges().get(0).by().threadId(),
                                  cycle.edges().get(1).by().threadId()))));
    }
    return met;
  }

  @Test
  void keepsTheNewestOfAPair() {
    for (Level level : Level.values()) {
      OrderGraph graph = new OrderGraph(level, List.of());
      for (int thread = 1; thread <= OrderGraph.MOST_OF_A_PAIR; thread++) {
        met(graph, scene.takes(thread, "a1", "b1"));
      }
      assertFalse(graph.gaveUp());
      Set<Set<Long>> met = met(graph, scene.takes(50, "a1", "b1"), scene.takes(60, "b1", "a1"));
      assertTrue(met.contains(Set.of(50L, 60L)), met.toString());
      assertFalse(met.contains(Set.of(1L, 60L)), met.toString());
      assertEquals(OrderGraph.MOST_OF_A_PAIR + 1, graph.size());
      assertTrue(graph.gaveUp(), "the first was unlike all others");
    }
  }

  @Test
  void keepsTheOnlyEdgeOfAThreadRatherThanAllOfAnother() {
    OrderGraph graph = new OrderGraph(Level.INSTANCE, List.of());
    met(graph, scene.takes(1, "a", "b"));
    for (int step = 0; step < 2 * OrderGraph.MOST_OF_A_PAIR; step++) {
      met(graph, scene.takes(2, 0, step, "a", "b"));
    }
    Set<Set<Long>> met = met(graph, scene.takes(3, "b", "a"));
    assertEquals(Set.of(Set.of(1L, 3L), Set.of(2L, 3L)), met);
    assertFalse(graph.gaveUp());
  }

  @Test
  void comparesWhatIsSeenAgainAnew() {
    OrderGraph graph = new OrderGraph(Level.INSTANCE, List.of());
    List<Cycle> cycles = new ArrayList<>();
    Acquisition first = scene.takes(1, "a", "b");
    Acquisition again = scene.takes(1, "a", "b");
    for (Acquisition each : List.of(first, again, scene.takes(2, "b", "a"))) {
      Edge.of(each).forEach(edge -> graph.add(edge, cycles::add));
    }
    assertEquals(1, cycles.size());
    assertTrue(cycles.get(0).edges().stream().anyMatch(edge -> edge.by() == again));
  }

  @Test
  void givesUpWhereThereAreTooManyWays() {
    OrderGraph graph = new OrderGraph(Level.INSTANCE, List.of());
    for (int from = 0; from < 25; from++) {
      for (int to = 0; to < 25; to++) {
        String[] pair = {"n" + from + "x", "n" + to + "x"};
        Edge.of(scene.takes(from * 25 + to, pair)).forEach(edge -> graph.add(edge, unused -> {}));
      }
    }
    assertTrue(graph.gaveUp());
  }

  @Test
  void takesAHierarchyForWhatItIs() {
    OrderGraph classes = new OrderGraph(Level.LOCK_CLASS, List.of());
    List<Cycle> cycles = new ArrayList<>();
    for (Acquisition each :
        List.of(
            scene.takes(1, "folder1", "panel1"),
            scene.takes(2, "panel1", "folder2"),
            scene.takes(3, "order1", "customer1"),
            scene.takes(4, "customer2", "order2"))) {
      Edge.of(each).forEach(edge -> classes.add(edge, cycles::add));
    }
    Hierarchy hierarchy = new Hierarchy(classes);

    assertEquals(2, cycles.size());
    assertTrue(hierarchy.explains(cycles.get(0)));
    assertFalse(hierarchy.explains(cycles.get(1)));
  }
}
