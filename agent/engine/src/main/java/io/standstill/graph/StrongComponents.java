package io.standstill.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tarjan's strongly connected components, without recursion: a chain of ten thousand waiting
 * threads must not overflow the detector's own stack.
 */
final class StrongComponents<N> {
  private final Set<N> nodes;
  private final Function<N, ? extends Collection<N>> successors;
  private final Map<N, Integer> index = new HashMap<>();
  private final Map<N, Integer> low = new HashMap<>();
  private final Deque<N> open = new ArrayDeque<>();
  private final Set<N> isOpen = new LinkedHashSet<>();
  private final List<Set<N>> components = new ArrayList<>();

  StrongComponents(Set<N> nodes, Function<N, ? extends Collection<N>> successors) {
    this.nodes = nodes;
    this.successors = successors;
  }

  List<Set<N>> find() {
    for (N node : nodes) {
      if (!index.containsKey(node)) {
        visit(node);
      }
    }
    return components;
  }

  private record Frame<N>(N node, Iterator<N> rest) {}

  private void visit(N root) {
    Deque<Frame<N>> stack = new ArrayDeque<>();
    stack.push(enter(root));
    while (!stack.isEmpty()) {
      Frame<N> frame = stack.peek();
      if (frame.rest().hasNext()) {
        N successor = frame.rest().next();
        if (!nodes.contains(successor)) {
          continue;
        }
        if (!index.containsKey(successor)) {
          stack.push(enter(successor));
        } else if (isOpen.contains(successor)) {
          low.merge(frame.node(), index.get(successor), Math::min);
        }
      } else {
        stack.pop();
        leave(frame.node());
        if (!stack.isEmpty()) {
          low.merge(stack.peek().node(), low.get(frame.node()), Math::min);
        }
      }
    }
  }

  private Frame<N> enter(N node) {
    index.put(node, index.size());
    low.put(node, index.get(node));
    open.push(node);
    isOpen.add(node);
    return new Frame<>(node, List.copyOf(successors.apply(node)).iterator());
  }

  private void leave(N node) {
    if (!low.get(node).equals(index.get(node))) {
      return;
    }
    Set<N> component = new LinkedHashSet<>();
    N member;
    do {
      member = open.pop();
      isOpen.remove(member);
      component.add(member);
    } while (!member.equals(node));
    components.add(component);
  }
}
