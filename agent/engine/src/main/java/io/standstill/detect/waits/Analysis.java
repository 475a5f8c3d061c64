package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.graph.Need;
import io.standstill.graph.WaitGraph;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
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
public final class Analysis {
  /** More who wait for one ended owner are counted, not shown. */
  private static final int MOST_WAITERS_OF_ENDED = 10;

  /** What is sure is looked for first, so that no hint in its way can hide it. */
  private static final List<Predicate<Wait>> FROM_SURE_TO_UNSURE =
      List.of(
          wait -> wait.certainty() == Certainty.CERTAIN && !wait.timed(),
          wait -> wait.certainty() != Certainty.POSSIBLE && !wait.timed(),
          wait -> !wait.timed(),
          wait -> true);

  private final Evidence evidence;
  private final ThreadSet known;
  private final Map<Long, Wait> waits = new LinkedHashMap<>();
  private final Set<Long> ended = new LinkedHashSet<>();

  /** Begins from these suspects; whom they wait for is looked at as well. */
  public Analysis(Evidence evidence, ThreadSet suspects) {
    this.evidence = evidence;
    this.known = ThreadSet.of(suspects);
    explore();
  }

  private void explore() {
    evidence.gather(known.threads());
    Deque<Thread> open = new ArrayDeque<>(known.threads());
    while (!open.isEmpty()) {
      Thread thread = open.remove();
      if (Threads.state(thread) == Thread.State.TERMINATED) {
        ended.add(Threads.id(thread));
        continue;
      }
      Wait wait = explain(thread);
      if (wait != null) {
        waits.put(Threads.id(thread), wait);
        for (Thread owner : wait.owners()) {
          if (known.add(owner)) {
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

  /** What stands still, surest first; each thread is in one situation at most. */
  public List<Situation> situations() {
    List<Situation> found = new ArrayList<>();
    for (Predicate<Wait> counted : FROM_SURE_TO_UNSURE) {
      for (Situation situation : situations(counted)) {
        if (found.stream().noneMatch(surer -> surer.overlaps(situation))) {
          found.add(situation);
        }
      }
    }
    return found;
  }

  /** All threads that it came across. */
  public ThreadSet known() {
    return known;
  }

  /** What the thread waits for, or null if it does not wait, or for anyone. */
  public Wait waitOf(Thread thread) {
    return waits.get(Threads.id(thread));
  }

  /** The ids of the threads that cannot go on, were it only for a moment or for all we know. */
  public Set<Long> stuck() {
    return threadsOf(graph(wait -> true).stuck());
  }

  private WaitGraph<Object> graph(Predicate<Wait> counted) {
    WaitGraph<Object> graph = new WaitGraph<>();
    waits.forEach(
        (thread, wait) -> {
          if (counted.test(wait)) {
            add(thread, wait, graph);
          }
        });
    ended.forEach(graph::addEnded);
    return graph;
  }

  private List<Situation> situations(Predicate<Wait> counted) {
    WaitGraph<Object> graph = graph(counted);
    List<Situation> situations = new ArrayList<>();
    for (Set<Object> cause : graph.causes()) {
      Set<Long> members = withWaitersOfEnded(threadsOf(cause), graph);
      if (members.stream().anyMatch(waits::containsKey)) {
        Set<Long> behind = threadsOf(graph.behind(cause));
        behind.removeAll(members);
        List<Thread> threads = members.stream().map(known::get).toList();
        situations.add(
            Situation.of(threads, waits, behind.size(), poolsOf(cause, threads), evidence));
      }
    }
    return situations;
  }

  private static void add(Long thread, Wait wait, WaitGraph<Object> graph) {
    if (wait.route() == null) {
      graph.add(thread, wait.need(), wait.owners().ids());
      return;
    }
    graph.add(thread, Need.ALL, Set.of(wait.route().start()));
    wait.route().steps().forEach((node, step) -> graph.add(node, step.need(), step.successors()));
  }

  private static Set<Long> threadsOf(Set<Object> nodes) {
    Set<Long> threads = new LinkedHashSet<>();
    for (Object node : nodes) {
      if (node instanceof Long thread) {
        threads.add(thread);
      }
    }
    return threads;
  }

  /** The pools that a cause leads through, and then those that its threads work for. */
  private List<Pool> poolsOf(Set<Object> cause, List<Thread> members) {
    Map<Object, Pool> pools = new IdentityHashMap<>();
    List<Pool> inOrder = new ArrayList<>();
    for (Wait wait : waits.values()) {
      if (wait.route() != null) {
        wait.route()
            .pools()
            .forEach(
                (node, pool) -> {
                  if (cause.contains(node) && pools.put(pool.executor(), pool) == null) {
                    inOrder.add(pool);
                  }
                });
      }
    }
    if (!inOrder.isEmpty()) {
      for (Thread member : members) {
        Pool pool = evidence.routes().pools().workedBy(member);
        if (pool != null && pools.put(pool.executor(), pool) == null) {
          inOrder.add(pool);
        }
      }
    }
    return inOrder;
  }

  /** An ended owner explains nothing by itself: those who wait for it belong to the picture. */
  private Set<Long> withWaitersOfEnded(Set<Long> cause, WaitGraph<Object> graph) {
    Set<Long> members = new LinkedHashSet<>();
    if (cause.stream().anyMatch(ended::contains)) {
      for (Long waiter : threadsOf(graph.behind(new LinkedHashSet<>(cause)))) {
        if (members.size() < MOST_WAITERS_OF_ENDED
            && graph.successors(waiter).stream().anyMatch(cause::contains)) {
          members.add(waiter);
        }
      }
    }
    members.addAll(cause);
    return members;
  }
}
