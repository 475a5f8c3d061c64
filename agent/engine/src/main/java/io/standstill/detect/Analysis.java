package io.standstill.detect;

import io.standstill.graph.WaitGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One reading of the wait-for graph. It starts from suspects and follows the owners: an owner that
 * does not wait, or whose wait is open, is live, and so is everyone behind it.
 */
final class Analysis {
  private final Evidence evidence;
  private final Map<Thread, Wait> waits = new LinkedHashMap<>();
  private final Set<Thread> ended = new LinkedHashSet<>();

  Analysis(Evidence evidence, Collection<Thread> suspects) {
    this.evidence = evidence;
    explore(suspects);
  }

  private void explore(Collection<Thread> suspects) {
    evidence.gather(suspects);
    Deque<Thread> open = new ArrayDeque<>(suspects);
    Set<Thread> seen = new LinkedHashSet<>(suspects);
    while (!open.isEmpty()) {
      Thread thread = open.remove();
      if (Threads.state(thread) == Thread.State.TERMINATED) {
        ended.add(thread);
        continue;
      }
      Wait wait = explain(thread);
      if (wait != null) {
        waits.put(thread, wait);
        for (Thread owner : wait.owners()) {
          if (seen.add(owner)) {
            open.add(owner);
          }
        }
      }
    }
  }

  private Wait explain(Thread thread) {
    Subject subject = evidence.subject(thread);
    for (WaitRule rule : WaitRule.ALL) {
      Wait wait = rule.explain(subject, evidence);
      if (wait != null) {
        return wait;
      }
    }
    return null;
  }

  /** What stands still for ever, and then what stands still until a timed wait gives up. */
  List<Situation> situations() {
    List<Situation> found = new ArrayList<>(situations(wait -> !wait.timed()));
    for (Situation passing : situations(wait -> true)) {
      if (found.stream().noneMatch(lasting -> lasting.overlaps(passing))) {
        found.add(passing);
      }
    }
    return found;
  }

  private List<Situation> situations(Predicate<Wait> counted) {
    WaitGraph<Thread> graph = new WaitGraph<>();
    waits.forEach(
        (thread, wait) -> {
          if (counted.test(wait)) {
            graph.add(thread, wait.need(), wait.owners());
          }
        });
    ended.forEach(graph::addEnded);
    List<Situation> situations = new ArrayList<>();
    for (Set<Thread> cause : graph.causes()) {
      Set<Thread> members = withWaitersOfEnded(cause, graph);
      if (members.stream().anyMatch(waits::containsKey)) {
        Set<Thread> behind = graph.behind(cause);
        behind.removeAll(members);
        situations.add(Situation.of(members, waits, behind, evidence));
      }
    }
    return situations;
  }

  /** An ended owner explains nothing by itself: those who wait for it belong to the picture. */
  private Set<Thread> withWaitersOfEnded(Set<Thread> cause, WaitGraph<Thread> graph) {
    Set<Thread> members = new LinkedHashSet<>();
    if (cause.stream().anyMatch(ended::contains)) {
      for (Thread waiter : graph.behind(cause)) {
        if (graph.successors(waiter).stream().anyMatch(cause::contains)) {
          members.add(waiter);
        }
      }
    }
    members.addAll(cause);
    return members;
  }
}
