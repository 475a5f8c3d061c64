package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Threads that stand still because of each other, as one look saw them.
 *
 * @param members the threads, each followed by one that it waits for where that is possible
 * @param waits what each member waits for, by thread id; ended members are missing
 * @param behind how many more threads wait, directly or not, for the members
 * @param pools the pools through whose queue or end members wait for each other
 * @param stamps by which a later look can tell whether a member has moved, by thread id
 * @param evidence what the look knew
 */
public record Situation(
    ThreadSet members,
    Map<Long, Wait> waits,
    int behind,
    List<Pool> pools,
    Map<Long, Subject.Stamp> stamps,
    Evidence evidence) {

  /** A situation of these members, with stamps of all who wait. */
  public static Situation of(
      Collection<Thread> members,
      Map<Long, Wait> allWaits,
      int behind,
      List<Pool> pools,
      Evidence evidence) {
    Map<Long, Wait> waits = new LinkedHashMap<>();
    Map<Long, Subject.Stamp> stamps = new LinkedHashMap<>();
    ThreadSet ordered = inWaitingOrder(members, allWaits);
    for (Thread member : ordered) {
      long id = Threads.id(member);
      if (allWaits.containsKey(id)) {
        waits.put(id, allWaits.get(id));
        Subject subject = evidence.subject(member);
        stamps.put(id, waits.get(id).isForLoan() ? subject.borrowerStamp() : subject.stamp());
      }
    }
    return new Situation(ordered, waits, behind, pools, stamps, evidence);
  }

  private static ThreadSet inWaitingOrder(Collection<Thread> members, Map<Long, Wait> waits) {
    List<Thread> byId = members.stream().sorted(Comparator.comparingLong(Threads::id)).toList();
    ThreadSet all = ThreadSet.of(byId);
    ThreadSet ordered = new ThreadSet();
    for (Thread start : byId) {
      Thread next = waits.containsKey(Threads.id(start)) ? start : null;
      while (next != null && ordered.add(next)) {
        next = nextMember(waits.get(Threads.id(next)), all, ordered);
      }
    }
    ordered.addAll(byId);
    return ordered;
  }

  private static Thread nextMember(Wait wait, ThreadSet members, ThreadSet taken) {
    return wait == null
        ? null
        : wait.owners().threads().stream()
            .filter(owner -> members.contains(owner) && !taken.contains(owner))
            .findFirst()
            .orElse(null);
  }

  /** What a member waits for; null if it has ended. */
  public Wait waitOf(Thread member) {
    return waits.get(Threads.id(member));
  }

  /** The members that wait. */
  public List<Thread> waiters() {
    return members.threads().stream().filter(member -> waitOf(member) != null).toList();
  }

  /** The members that have ended. */
  public List<Thread> ended() {
    return members.threads().stream().filter(member -> waitOf(member) == null).toList();
  }

  /** The ids of all members. */
  public Set<Long> ids() {
    return members.ids();
  }

  boolean overlaps(Situation other) {
    return ids().stream().anyMatch(other.ids()::contains);
  }

  /** True if a later look saw the same threads wait for the same, and nobody has moved. */
  public boolean isSameAs(Situation later) {
    return ids().equals(later.ids()) && stamps.equals(later.stamps());
  }

  /**
   * True if a later look saw the same threads wait for the same, while something may have woken
   * them in between: an interrupt, which a thread in {@code lock()} shrugs off.
   */
  public boolean isLike(Situation later) {
    return ids().equals(later.ids())
        && certainty() == later.certainty()
        && isPassing() == later.isPassing()
        && stamps.entrySet().stream()
            .allMatch(entry -> entry.getValue().isLike(later.stamps().get(entry.getKey())));
  }

  /** True if counters, not only the look of things, vouch for every member standing still. */
  public boolean isCounted() {
    return stamps.values().stream().allMatch(Subject.Stamp::isCounted);
  }

  /** True if a pool on the way starts another thread once its queue is full, as it is meant to. */
  public boolean mayGrow() {
    return waits.values().stream().anyMatch(wait -> wait.route() != null && !wait.route().sure());
  }

  /** True if a member's wait gives up by itself. */
  public boolean isPassing() {
    return waits.values().stream().anyMatch(Wait::timed);
  }

  /**
   * True for a thread that waits for its own end while nobody waits for it: a way to keep a JVM
   * alive that many a {@code main} takes on purpose.
   */
  public boolean isKeepAlive() {
    Thread first = members.threads().iterator().next();
    return members.size() == 1
        && behind == 0
        && waitOf(first) != null
        && waitOf(first).type() == WaitType.THREAD;
  }

  /** True if it is not known whom a member waits for. */
  public boolean isGuess() {
    return waits.values().stream().anyMatch(wait -> wait.type() == WaitType.UNKNOWN);
  }

  /** True if a member waits to be signalled. */
  public boolean awaitsSignal() {
    return waits.values().stream().anyMatch(wait -> wait.type() == WaitType.SIGNAL);
  }

  /** True if a member waits for an object that a pool lends. */
  public boolean awaitsLoan() {
    return waits.values().stream().anyMatch(Wait::isForLoan);
  }

  /** As sure as the least sure wait; what ends by itself is no certain deadlock. */
  public Certainty certainty() {
    Certainty least = isPassing() ? Certainty.LIKELY : Certainty.CERTAIN;
    for (Wait wait : waits.values()) {
      least = wait.certainty().compareTo(least) > 0 ? wait.certainty() : least;
    }
    return least;
  }

  /** When the first timed wait gives up; -1 if no journal knows. */
  public long endsInMillis() {
    long soonest = -1;
    for (Thread member : waiters()) {
      Wait wait = waitOf(member);
      Holdings.Entry wanted = evidence.subject(member).announcementOf(wait.lock());
      if (wait.timed() && wanted != null && wanted.timeoutNanos() > 0) {
        long waited = (long) (Clock.now() - wanted.tick()) * Clock.TICK_MILLIS;
        long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(wanted.timeoutNanos()) - waited);
        soonest = soonest < 0 ? left : Math.min(soonest, left);
      }
    }
    return soonest;
  }
}
