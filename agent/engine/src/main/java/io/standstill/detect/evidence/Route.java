package io.standstill.detect.evidence;

import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Growth;
import io.standstill.pool.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way of a wait through futures and pools to the threads that can end it: steps of the wait-for
 * graph between one thread and others.
 */
public final class Route {
  /** A future or pool and what it needs: thread ids, or other futures and pools. */
  public record Step(Need need, Collection<?> successors) {}

  private final Map<Ref, Step> steps = new LinkedHashMap<>();
  private final Map<Ref, Pool> pools = new LinkedHashMap<>();
  private final Map<Ref, Pool> queued = new LinkedHashMap<>();
  private final ThreadSet threads = new ThreadSet();
  private final Ref start;
  private boolean sure = true;
  private boolean guessed;
  private boolean timed;
  private Integer workersMissing = 1;

  Route(Object start) {
    this.start = new Ref(start);
  }

  boolean has(Object node) {
    return steps.containsKey(new Ref(node));
  }

  /** The node needs this thread. */
  void leadsTo(Object node, Thread thread) {
    threads.add(thread);
    steps.put(new Ref(node), new Step(Need.ALL, List.of(Threads.id(thread))));
  }

  /** The node needs other futures. */
  void leadsTo(Object node, Need need, Collection<?> promises) {
    steps.put(new Ref(node), new Step(need, promises.stream().map(Ref::new).toList()));
  }

  /** The task that completes this future waits in the queue of a pool: any worker may take it. */
  void isQueued(Object promise, Pool pool) {
    queued.put(new Ref(promise), pool);
    leadsTo(promise, Need.ALL, List.of(pool.executor()));
    goesThrough(pool);
  }

  /** Any task in these queues and any of these threads may open the gate. */
  void opens(Object gate, Collection<Pool> queues, ThreadSet others) {
    List<Object> all = new ArrayList<>(others.ids());
    for (Pool pool : queues) {
      all.add(new Ref(pool.executor()));
      goesThrough(pool);
    }
    threads.addAll(others);
    steps.put(new Ref(gate), new Step(Need.ANY, all));
  }

  /** The node is the end of a pool: all of its workers must end. */
  void isEndOf(Object node, Pool pool) {
    steps.put(new Ref(node), new Step(Need.ALL, pool.workers().ids()));
    pools.put(new Ref(node), pool);
    threads.addAll(pool.workers());
  }

  /** Any worker of the pool will do. A pool that can be no obstacle counts as live. */
  void goesThrough(Pool pool) {
    Ref node = new Ref(pool.executor());
    if (steps.containsKey(node)
        || !pool.complete()
        || pool.workers().isEmpty()
        || pool.growth() == Growth.ANY_TIME) {
      return;
    }
    steps.put(node, new Step(Need.ANY, pool.workers().ids()));
    pools.put(node, pool);
    threads.addAll(pool.workers());
    sure &= pool.growth() == Growth.NONE;
    guessed |= pool.growth() == Growth.BY_ANYONE;
  }

  /** Somebody may end the wait of whom nothing is known. */
  void isGuess() {
    guessed = true;
  }

  /** What the wait is for: the first node. */
  public Ref start() {
    return start;
  }

  /** The steps between the first node and the threads, by their nodes. */
  public Map<Ref, Step> steps() {
    return steps;
  }

  /** The pools on the way, by the node that stands for their queue or their end. */
  public Map<Ref, Pool> pools() {
    return pools;
  }

  /** The futures on the way whose tasks wait in a queue, with the pool. */
  public Map<Ref, Pool> queued() {
    return queued;
  }

  /** The threads at the end of the way. */
  public ThreadSet threads() {
    return threads;
  }

  /** Says how many more workers it would have taken, null if no number would have helped. */
  void lacks(Integer workers) {
    workersMissing = workers;
  }

  /** How many more workers it would have taken at least; null if no number would have helped. */
  public Integer workersMissing() {
    return workersMissing;
  }

  /** A timeout will complete a future on the way. */
  void endsByItself() {
    timed = true;
  }

  /** True if the wait is over some time, whatever the threads do. */
  boolean timed() {
    return timed;
  }

  /** False if a pool on the way might grow. */
  public boolean sure() {
    return sure;
  }

  /** True if others may work for a pool on the way, or end the wait, for all we know. */
  public boolean isGuessed() {
    return guessed;
  }
}
