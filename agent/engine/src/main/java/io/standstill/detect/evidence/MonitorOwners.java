package io.standstill.detect.evidence;

import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.HashMap;
import java.util.Map;

/** Who owns which monitor, by the JVM's word. */
public final class MonitorOwners {
  private final Evidence evidence;
  private final Map<LockRef, Thread> owners = new HashMap<>();
  private Map<Long, Thread> byId;

  MonitorOwners(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Notes what the JVM says of a thread, if anything. */
  void note(Thread thread, ThreadFacts facts) {
    if (facts != null && facts.ownedMonitors() != null) {
      for (ThreadFacts.OwnedMonitor owned : facts.ownedMonitors()) {
        owners.put(owned.lock(), thread);
      }
    }
  }

  /** The owner of what a thread is blocked on, or null. */
  public Thread of(ThreadFacts blocked) {
    Thread named = byId(blocked.ownerId());
    return named != null ? named : owner(blocked.blockedOn());
  }

  /**
   * The thread that the JVM means by this id of an owner, or null. Where virtual threads are pinned
   * by monitors it names their carriers; elsewhere a carrier is no answer.
   */
  private Thread byId(long id) {
    if (id == 0) {
      return null;
    }
    if (byId == null) {
      byId = new HashMap<>();
      for (Thread thread : evidence.allThreads()) {
        Thread named = Threads.ownerInTheWordsOfTheJvm(thread);
        if (named != null) {
          byId.put(Threads.id(named), thread);
        }
      }
    }
    return byId.get(id);
  }

  /** The owner of a monitor: one of the threads at hand, or one whose journal claims it. */
  private Thread owner(LockRef monitor) {
    if (!owners.containsKey(monitor) && monitor.object() != null) {
      ThreadSet claimants = new ThreadSet();
      evidence.holders().of(monitor.object()).forEach(holder -> claimants.add(holder.thread()));
      evidence.details(claimants.threads()).forEach(this::note);
    }
    return owners.get(monitor);
  }
}
