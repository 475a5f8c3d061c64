package io.standstill.detect.narration;

import io.standstill.detect.evidence.Ref;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.PoolUse;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in one sentence how threads wait for each other by way of thread pools: first the workers of
 * each pool, then the threads outside, then what size would have helped.
 */
final class PoolSummary {
  /** More threads are counted, not named. */
  private static final int MOST_NAMES = 3;

  private final Situation situation;
  private final List<PoolUse> uses;

  PoolSummary(Situation situation, List<PoolUse> uses) {
    this.situation = situation;
    this.uses = uses;
  }

  String sentence() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      Pool pool = situation.pools().get(i);
      List<Thread> workers = workersOf(pool);
      if (pool.scheduler()) {
        parts.add(carriers(pool));
      } else if (!workers.isEmpty()) {
        parts.add(part(uses.get(i), workers));
      }
    }
    List<Thread> outside = outside();
    if (!outside.isEmpty()) {
      parts.add(names(outside) + waits(outside) + targets(outside));
    }
    for (PoolUse use : uses) {
      if (use.needs() != null) {
        String pool = uses.size() == 1 ? "it" : shortly(use.name());
        parts.add(pool + " needs " + use.needs() + " threads or a second pool");
      }
    }
    return String.join("; ", parts);
  }

  private String part(PoolUse use, List<Thread> workers) {
    return shortly(use.name())
        + ": "
        + workers.size()
        + " of "
        + use.size()
        + (use.size() == 1 ? " worker" : " workers")
        + waits(workers)
        + targets(workers);
  }

  private static String waits(Collection<Thread> threads) {
    return threads.size() == 1 ? " waits for " : " wait for ";
  }

  /** What these threads wait for, each thing once. */
  private String targets(Collection<Thread> threads) {
    Map<String, Set<Ref>> queued = new LinkedHashMap<>();
    Set<String> ends = new LinkedHashSet<>();
    Map<Long, Thread> owners = new LinkedHashMap<>();
    for (Thread thread : threads) {
      Wait wait = situation.waitOf(thread);
      if (wait.type() == WaitType.POOL) {
        wait.route().pools().values().forEach(pool -> ends.add(shortly(pool.name()) + " to end"));
      } else if (wait.route() == null || wait.route().queued().isEmpty()) {
        wait.owners().forEach(owner -> owners.put(Threads.id(owner), owner));
      } else {
        wait.route()
            .queued()
            .forEach(
                (promise, pool) ->
                    queued
                        .computeIfAbsent(shortly(pool.name()), unused -> new LinkedHashSet<>())
                        .add(promise));
      }
    }
    List<String> targets = new ArrayList<>();
    queued.forEach((pool, tasks) -> targets.add(tasks(tasks.size()) + " queued in " + pool));
    targets.addAll(ends);
    owners.values().removeIf(owner -> !situation.members().contains(owner));
    if (!owners.isEmpty()) {
      boolean mutual = threads.size() > 1 && threads.containsAll(owners.values());
      targets.add(mutual ? "each other" : names(owners.values()));
    }
    return String.join(" and ", targets);
  }

  /** Without the place where the pool was made, unless another one is called the same. */
  private String shortly(String name) {
    String start = stem(name);
    boolean unique = uses.stream().filter(use -> stem(use.name()).equals(start)).count() <= 1;
    return unique ? start : name;
  }

  private static String stem(String name) {
    int place = name.indexOf(" (");
    return place < 0 ? name : name.substring(0, place);
  }

  private static String names(Collection<Thread> threads) {
    return threads.size() > MOST_NAMES
        ? threads.size() + " other threads"
        : Summary.names(List.copyOf(threads));
  }

  private String carriers(Pool scheduler) {
    List<Thread> ready = situation.members().threads().stream().filter(this::isReady).toList();
    boolean one = scheduler.size() == 1;
    return scheduler.name()
        + (one ? ": its only carrier is" : ": all " + scheduler.size() + " carriers are")
        + " kept by "
        + namesOf(scheduler.workers().threads())
        + (one ? ", which waits on it, while " : ", which wait on them, while ")
        + namesOf(ready)
        + " could run";
  }

  private boolean isReady(Thread member) {
    Wait wait = situation.waitOf(member);
    return wait != null && wait.type() == WaitType.CARRIER;
  }

  private static String namesOf(Collection<Thread> threads) {
    List<Thread> list = List.copyOf(threads);
    return list.size() <= MOST_NAMES
        ? Summary.names(list)
        : Summary.names(list.subList(0, MOST_NAMES))
            + " and "
            + (list.size() - MOST_NAMES)
            + " more";
  }

  private static String tasks(int count) {
    return count == 1 ? "1 task" : count + " tasks";
  }

  private List<Thread> workersOf(Pool pool) {
    return situation.waiters().stream().filter(pool.workers()::contains).toList();
  }

  /** The members that work for none of these pools. */
  private List<Thread> outside() {
    return situation.waiters().stream()
        .filter(thread -> !isReady(thread))
        .filter(thread -> situation.pools().stream().noneMatch(p -> p.workers().contains(thread)))
        .toList();
  }
}
