package io.standstill.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who waits for whom, with AND and OR waits.
 *
 * <p>Deadlock detection is a liveness reduction: a node without a wait is live; a node that needs
 * all of its successors is live once all of them are; a node that needs any is live once one is.
 * What this leaves over can never go on. That covers cycles, knots and waits for the dead alike.
 *
 * @param <N> a node
 */
public final class WaitGraph<N> {
  private record Wait<N>(Need need, Set<N> successors) {}

  private final Map<N, Wait<N>> waits = new LinkedHashMap<>();

  /** Says that a node waits. A node may wait for itself. */
  public void add(N node, Need need, Collection<? extends N> successors) {
    waits.put(node, new Wait<>(need, new LinkedHashSet<>(successors)));
  }

  /** Says that a node can never go on, whatever others do. */
  public void addEnded(N node) {
    waits.put(node, new Wait<>(Need.ANY, Set.of()));
  }

  /** The nodes that can never go on, in the order in which they were added. */
  public Set<N> stuck() {
    Map<N, List<N>> waiters = waitersOfEach();
    Set<N> stuck = new LinkedHashSet<>(waits.keySet());
    Deque<N> live = new ArrayDeque<>();
    for (N node : waiters.keySet()) {
      if (!waits.containsKey(node)) {
        live.add(node);
      }
    }
    for (Map.Entry<N, Wait<N>> entry : waits.entrySet()) {
      if (entry.getValue().need() == Need.ALL && entry.getValue().successors().isEmpty()) {
        stuck.remove(entry.getKey());
        live.add(entry.getKey());
      }
    }
    while (!live.isEmpty()) {
      for (N waiter : waiters.getOrDefault(live.remove(), List.of())) {
        if (stuck.contains(waiter) && canGoOn(waits.get(waiter), stuck)) {
          stuck.remove(waiter);
          live.add(waiter);
        }
      }
    }
    return stuck;
  }

  private static <N> boolean canGoOn(Wait<N> wait, Set<N> stuck) {
    for (N successor : wait.successors()) {
      boolean live = !stuck.contains(successor);
      if (live == (wait.need() == Need.ANY)) {
        return live;
      }
    }
    return wait.need() == Need.ALL;
  }

  private Map<N, List<N>> waitersOfEach() {
    Map<N, List<N>> waiters = new HashMap<>();
    waits.forEach(
        (node, wait) -> {
          for (N successor : wait.successors()) {
            waiters.computeIfAbsent(successor, unused -> new ArrayList<>()).add(node);
          }
        });
    return waiters;
  }

  /**
   * The root causes among the stuck nodes: the groups of nodes that wait for each other and, among
   * the stuck, for nobody else. Every other stuck node waits, directly or not, behind a cause.
   */
  public List<Set<N>> causes() {
    Set<N> stuck = stuck();
    List<Set<N>> causes = new ArrayList<>();
    for (Set<N> group : new StrongComponents<>(stuck, this::successors).find()) {
      boolean waitsForOthers =
          group.stream()
              .flatMap(node -> successors(node).stream())
              .anyMatch(successor -> stuck.contains(successor) && !group.contains(successor));
      if (!waitsForOthers) {
        causes.add(group);
      }
    }
    return causes;
  }

  /** The stuck nodes outside a cause that wait for it, directly or not. */
  public Set<N> behind(Set<N> cause) {
    Map<N, List<N>> waiters = waitersOfEach();
    Set<N> stuck = stuck();
    Set<N> reached = new LinkedHashSet<>(cause);
    Deque<N> next = new ArrayDeque<>(cause);
    while (!next.isEmpty()) {
      for (N waiter : waiters.getOrDefault(next.remove(), List.of())) {
        if (stuck.contains(waiter) && reached.add(waiter)) {
          next.add(waiter);
        }
      }
    }
    reached.removeAll(cause);
    return reached;
  }

  /** What a node waits for; empty if it does not wait. */
  public Set<N> successors(N node) {
    Wait<N> wait = waits.get(node);
    return wait == null ? Set.of() : wait.successors();
  }
}
