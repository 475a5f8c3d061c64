package io.standstill.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaitGraphTest {
  private final WaitGraph<Integer> graph = new WaitGraph<>();

  @Test
  void aChainThatEndsAtARunningNodeIsLive() {
    graph.add(1, Need.ALL, List.of(2));
    graph.add(2, Need.ALL, List.of(3));
    assertEquals(Set.of(), graph.stuck());
    assertEquals(List.of(), graph.causes());
  }

  @Test
  void aCycleOfTwoIsStuckAndTheOneBehindItIsNoCause() {
    graph.add(1, Need.ALL, List.of(2));
    graph.add(2, Need.ALL, List.of(1));
    graph.add(3, Need.ALL, List.of(2));
    graph.add(4, Need.ALL, List.of(3));
    assertEquals(Set.of(1, 2, 3, 4), graph.stuck());
    assertEquals(List.of(Set.of(1, 2)), graph.causes());
    assertEquals(Set.of(3, 4), graph.behind(Set.of(1, 2)));
  }

  @Test
  void aNodeThatWaitsForItselfIsStuck() {
    graph.add(1, Need.ALL, List.of(1));
    assertEquals(List.of(Set.of(1)), graph.causes());
  }

  @Test
  void waitingForAnyIsLiveWhileOneIsLive() {
    graph.add(1, Need.ANY, List.of(2, 3));
    graph.add(2, Need.ALL, List.of(1));
    assertEquals(Set.of(), graph.stuck());
  }

  @Test
  void aKnotOfAnyWaitsIsStuck() {
    graph.add(1, Need.ANY, List.of(2, 3));
    graph.add(2, Need.ANY, List.of(1, 3));
    graph.add(3, Need.ANY, List.of(1, 2));
    assertEquals(List.of(Set.of(1, 2, 3)), graph.causes());
  }

  @Test
  void waitingForAllIsStuckWhenOneIsStuck() {
    graph.add(1, Need.ALL, List.of(2, 9));
    graph.add(2, Need.ALL, List.of(1));
    assertEquals(Set.of(1, 2), graph.stuck());
  }

  @Test
  void whoWaitsForAnEndedNodeIsStuckAndTheEndedNodeIsTheCause() {
    graph.add(1, Need.ALL, List.of(2));
    graph.addEnded(2);
    assertEquals(Set.of(1, 2), graph.stuck());
    assertEquals(List.of(Set.of(2)), graph.causes());
    assertEquals(Set.of(1), graph.behind(Set.of(2)));
  }

  @Test
  void twoIndependentCyclesAreTwoCauses() {
    graph.add(1, Need.ALL, List.of(2));
    graph.add(2, Need.ALL, List.of(1));
    graph.add(3, Need.ALL, List.of(4));
    graph.add(4, Need.ALL, List.of(3));
    assertEquals(Set.of(Set.of(1, 2), Set.of(3, 4)), Set.copyOf(graph.causes()));
  }

  @Test
  void aCycleThatWaitsForAnotherCycleIsNoCause() {
    graph.add(1, Need.ALL, List.of(2));
    graph.add(2, Need.ALL, List.of(1, 3));
    graph.add(3, Need.ALL, List.of(4));
    graph.add(4, Need.ALL, List.of(3));
    assertEquals(List.of(Set.of(3, 4)), graph.causes());
    assertEquals(Set.of(1, 2), graph.behind(Set.of(3, 4)));
  }

  @Test
  void aChainOfAHundredThousandDoesNotOverflow() {
    int length = 100_000;
    for (int i = 0; i < length; i++) {
      graph.add(i, Need.ALL, List.of((i + 1) % length));
    }
    assertEquals(length, graph.causes().get(0).size());
  }

  /** Against the definition: the largest set in which every node lacks what it needs outside it. */
  @Test
  void agreesWithTheDefinitionOnRandomGraphs() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      int size = 1 + random.nextInt(8);
      Map<Integer, Need> needs = new TreeMap<>();
      Map<Integer, Set<Integer>> edges = new TreeMap<>();
      WaitGraph<Integer> candidateGraph = new WaitGraph<>();
      for (int node = 0; node < size; node++) {
        if (random.nextInt(4) > 0) {
          Set<Integer> to = new LinkedHashSet<>();
          for (int k = random.nextInt(4); k > 0; k--) {
            to.add(random.nextInt(size));
          }
          needs.put(node, random.nextBoolean() ? Need.ALL : Need.ANY);
          edges.put(node, to);
          candidateGraph.add(node, needs.get(node), to);
        }
      }
      assertEquals(byDefinition(size, needs, edges), candidateGraph.stuck(), "seed " + seed);
      Set<Integer> covered = new HashSet<>();
      for (Set<Integer> cause : candidateGraph.causes()) {
        covered.addAll(cause);
        covered.addAll(candidateGraph.behind(cause));
      }
      assertEquals(candidateGraph.stuck(), covered, "seed " + seed);
    }
  }

  private static Set<Integer> byDefinition(
      int size, Map<Integer, Need> needs, Map<Integer, Set<Integer>> edges) {
    Set<Integer> largest = new HashSet<>();
    for (int bits = 0; bits < 1 << size; bits++) {
      Set<Integer> candidate = new HashSet<>();
      for (int node = 0; node < size; node++) {
        if ((bits >> node & 1) == 1) {
          candidate.add(node);
        }
      }
      boolean allStuck = candidate.stream().allMatch(node -> lacks(node, candidate, needs, edges));
      if (allStuck && candidate.size() > largest.size()) {
        largest = candidate;
      }
    }
    return largest;
  }

  private static boolean lacks(
      int node, Set<Integer> stuck, Map<Integer, Need> needs, Map<Integer, Set<Integer>> edges) {
    if (!needs.containsKey(node)) {
      return false;
    }
    List<Integer> to = new ArrayList<>(edges.get(node));
    return needs.get(node) == Need.ALL
        ? to.stream().anyMatch(stuck::contains)
        : stuck.containsAll(to);
  }
}
