package io.standstill.detect.evidence;

import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.ForkJoins;
import io.standstill.detect.probe.LoadedClasses;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.detect.probe.ThreadProbe;
import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything known at one moment, gathered as it is asked for. */
public final class Evidence {
  private static final int PATIENCE_MILLIS = 3_000;

  /**
   * Where evidence comes from; outlives a single look.
   *
   * @param completeHistory whether all of the application's code was woven from the start
   */
  public record Sources(
      ThreadProbe probe,
      DepartedThreads departed,
      LoadedClasses classes,
      boolean completeHistory) {}

  private final Sources sources;
  private final Collection<Thread> allThreads;
  private final ClassInits classInits;
  private final Map<Thread, Subject> subjects = new IdentityHashMap<>();
  private Map<Thread, Object> woken = Map.of();
  private final MonitorOwners monitorOwners = new MonitorOwners(this);
  private final Readers readers = new Readers(this, subjects.keySet());
  private final ThreadSet patient;
  private final ThreadSet stalled;
  private Holders holders;
  private Routes routes;
  private ThreadSet forkJoinRunners;
  private Outlook outlook;
  private Releasers releasers;
  private Signallers signallers;
  private LoanBook loans;

  /** For questions in which waits for signals play no part. */
  public Evidence(
      Sources sources, Collection<Thread> allThreads, ClassInits classInits, ThreadSet patient) {
    this(sources, allThreads, classInits, patient, new ThreadSet());
  }

  /**
   * @param patient threads that have waited for long at a latch or the like
   * @param stalled threads that have waited for longer still, and hold a lock
   */
  public Evidence(
      Sources sources,
      Collection<Thread> allThreads,
      ClassInits classInits,
      ThreadSet patient,
      ThreadSet stalled) {
    this.sources = sources;
    this.allThreads = allThreads;
    this.classInits = classInits;
    this.patient = patient;
    this.stalled = stalled;
  }

  /**
   * Takes threads for waiting, whatever the JVM says: they were woken, and have not got the lock.
   *
   * @param woken the threads, by identity, with what they are queued for; null for a monitor
   */
  public void takeForWaiting(Map<Thread, Object> woken) {
    this.woken = woken;
  }

  /** Asks the JVM about all of these at once. */
  public void gather(Collection<Thread> threads) {
    Map<Thread, ThreadFacts> facts = sources.probe().waits(threads);
    for (Thread thread : threads) {
      Subject seen = Subject.of(thread, facts.get(thread));
      boolean stillWaits = woken.containsKey(thread);
      Subject subject = stillWaits ? seen.stillWaitingFor(woken.get(thread)) : seen;
      subjects.put(thread, subject);
      monitorOwners.note(thread, subject.facts());
    }
  }

  /** The thread under examination; the JVM is asked about it if that has not been done. */
  public Subject subject(Thread thread) {
    if (!subjects.containsKey(thread)) {
      gather(List.of(thread));
    }
    return subjects.get(thread);
  }

  /** Who owns which monitor. */
  public MonitorOwners monitorOwners() {
    return monitorOwners;
  }

  /** Who holds which lock for reading. */
  public Readers readers() {
    return readers;
  }

  /** Asks the JVM again, for a report: with stacks and owned monitors. */
  public Map<Thread, ThreadFacts> details(Collection<Thread> threads) {
    return sources.probe().details(threads);
  }

  /** The lock that the code named, if a journal knows it; else what the thread parks on. */
  public LockRef lockOf(Subject subject) {
    Holdings.Entry pending = subject.pendingOn(subject.parkedOn());
    if (pending != null) {
      return LockRef.of(pending.lock());
    }
    List<Holders.Holder> holders = holders().of(subject.parkedOn());
    return LockRef.of(holders.isEmpty() ? subject.parkedOn() : holders.get(0).entry().lock());
  }

  /** All threads that were alive when the look began. */
  public Collection<Thread> allThreads() {
    return allThreads;
  }

  /** True if all of the application's code was woven from the start. */
  public boolean isHistoryComplete() {
    return sources.completeHistory();
  }

  /** A wait known by history is only as good as the history: what was not woven is not in it. */
  public Wait judged(Wait wait) {
    return sources.completeHistory() ? wait : wait.asHint();
  }

  /** The wait if it has lasted for some seconds in which the process was not stopped, else null. */
  public Wait afterPatience(Holdings.Entry pending, Wait wait) {
    int millis = Clock.steadySince(pending.tick()) * Clock.TICK_MILLIS;
    return millis < PATIENCE_MILLIS ? null : wait;
  }

  /** Who holds what, by the journals. */
  public Holders holders() {
    if (holders == null) {
      holders = new Holders(sources.departed());
    }
    return holders;
  }

  /** Who could complete which future. */
  public Routes routes() {
    if (routes == null) {
      routes = new Routes(allThreads, classInits, sources.classes());
    }
    return routes;
  }

  /** Those who can complete fork-join tasks; nobody if it is not known who else might. */
  public ThreadSet forkJoinRunners() {
    if (forkJoinRunners == null) {
      ThreadSet known = ForkJoins.runners(allThreads, routes().pools());
      forkJoinRunners = known == null ? new ThreadSet() : known;
    }
    return forkJoinRunners;
  }

  /** True if a thread has waited for some seconds at a latch or the like, as {@link GateWatch}. */
  public boolean hasWaitedLong(Thread thread) {
    return patient.contains(thread);
  }

  /** Who could open which latch. */
  public Releasers releasers() {
    if (releasers == null) {
      releasers = new Releasers(routes().pools(), allThreads, outlook());
    }
    return releasers;
  }

  /** True if a thread has waited for long and holds a lock, as {@link StallWatch}. */
  public boolean hasStalled(Thread thread) {
    return stalled.contains(thread);
  }

  /** Who could signal whom. */
  public Signallers signallers() {
    if (signallers == null) {
      signallers = new Signallers(routes().pools(), allThreads, outlook());
    }
    return signallers;
  }

  /** What pools of objects have lent. */
  public LoanBook loans() {
    if (loans == null) {
      loans = new LoanBook(this);
    }
    return loans;
  }

  /** What threads may still do. */
  public Outlook outlook() {
    if (outlook == null) {
      outlook = new Outlook(routes().pools(), sources.classes());
    }
    return outlook;
  }

  /** Who initialises which class. */
  public ClassInits classInits() {
    return classInits;
  }

  /** The names of the superclasses of a loaded class, its own left out. */
  public Set<String> superclassesOf(String className) {
    return sources.classes().superclassesOf(className);
  }
}
