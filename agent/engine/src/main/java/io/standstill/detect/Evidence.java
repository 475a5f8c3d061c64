package io.standstill.detect;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything known at one moment, gathered as it is asked for. */
final class Evidence {
  /** Where evidence comes from; outlives a single look. */
  record Sources(ThreadProbe probe, DepartedThreads departed, LoadedClasses classes) {}

  private final Sources sources;
  private final ClassInits classInits;
  private final Map<Thread, Subject> subjects = new IdentityHashMap<>();
  private final Map<LockRef, Thread> monitorOwners = new HashMap<>();
  private final Map<Object, Set<Thread>> readers = new IdentityHashMap<>();
  private Map<Long, Thread> platformThreads;
  private Holders holders;

  Evidence(Sources sources, ClassInits classInits) {
    this.sources = sources;
    this.classInits = classInits;
  }

  /** Asks the JVM about all of these at once. */
  void gather(Collection<Thread> threads) {
    Map<Thread, ThreadFacts> facts = sources.probe().waits(threads);
    for (Thread thread : threads) {
      Subject subject = Subject.of(thread, facts.get(thread));
      subjects.put(thread, subject);
      if (subject.facts() != null && subject.facts().ownedMonitors() != null) {
        for (ThreadFacts.OwnedMonitor owned : subject.facts().ownedMonitors()) {
          monitorOwners.put(owned.lock(), thread);
        }
      }
    }
  }

  Subject subject(Thread thread) {
    if (!subjects.containsKey(thread)) {
      gather(List.of(thread));
    }
    return subjects.get(thread);
  }

  /**
   * The platform thread of this id, or null. A carrier is no answer: where the JVM names one, the
   * owner is the virtual thread on it.
   */
  Thread platformThread(long id) {
    if (id == 0) {
      return null;
    }
    if (platformThreads == null) {
      platformThreads = new HashMap<>();
      for (Thread thread : Threads.all()) {
        if (!Threads.isVirtual(thread) && !Threads.isCarrier(thread)) {
          platformThreads.put(Threads.id(thread), thread);
        }
      }
    }
    return platformThreads.get(id);
  }

  /** The owner of a monitor: one of the threads at hand, or one whose journal claims it. */
  Thread monitorOwner(LockRef monitor) {
    if (!monitorOwners.containsKey(monitor) && monitor.object() != null) {
      holders().of(monitor.object()).forEach(holder -> subject(holder.thread()));
    }
    return monitorOwners.get(monitor);
  }

  /**
   * The threads that hold a lock for reading: of those at hand and those whose journal claims it.
   * There may be more, but one stuck reader is enough to keep a writer out.
   */
  Set<Thread> readersOf(Object sync) {
    return readers.computeIfAbsent(sync, this::findReaders);
  }

  private Set<Thread> findReaders(Object sync) {
    Set<Thread> found = new LinkedHashSet<>();
    Thread first = ReadHolds.firstReader(sync);
    if (first != null) {
      found.add(first);
    }
    for (Thread thread : subjects.keySet()) {
      if (ReadHolds.holds(thread, sync)) {
        found.add(thread);
      }
    }
    for (Holders.Holder holder : holders().of(sync)) {
      if (ReadHolds.holds(holder.thread(), sync)) {
        found.add(holder.thread());
      }
    }
    return found;
  }

  /** Asks the JVM again, for a report: with stacks and owned monitors. */
  Map<Thread, ThreadFacts> details(Collection<Thread> threads) {
    return sources.probe().details(threads);
  }

  Holders holders() {
    if (holders == null) {
      holders = new Holders(sources.departed());
    }
    return holders;
  }

  ClassInits classInits() {
    return classInits;
  }

  Set<String> superclassesOf(String className) {
    return sources.classes().superclassesOf(className);
  }
}
