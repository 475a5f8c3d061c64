package io.standstill.detect;

import io.standstill.finding.Certainty;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Threads that stand still because of each other, as one look saw them.
 *
 * @param members the threads, each followed by one that it waits for where that is possible
 * @param waits what each member waits for; ended members are missing
 * @param behind how many more threads wait, directly or not, for the members
 * @param stamps by which a later look can tell whether a member has moved
 * @param evidence what the look knew
 */
record Situation(
    List<Thread> members,
    Map<Thread, Wait> waits,
    int behind,
    Map<Long, Subject.Stamp> stamps,
    Evidence evidence) {

  static Situation of(
      Set<Thread> members, Map<Thread, Wait> allWaits, Set<Thread> behind, Evidence evidence) {
    Map<Thread, Wait> waits = new LinkedHashMap<>();
    Map<Long, Subject.Stamp> stamps = new LinkedHashMap<>();
    List<Thread> ordered = inWaitingOrder(members, allWaits);
    for (Thread member : ordered) {
      if (allWaits.containsKey(member)) {
        waits.put(member, allWaits.get(member));
        stamps.put(Threads.id(member), evidence.subject(member).stamp());
      }
    }
    return new Situation(ordered, waits, behind.size(), stamps, evidence);
  }

  private static List<Thread> inWaitingOrder(Set<Thread> members, Map<Thread, Wait> waits) {
    List<Thread> byId = new ArrayList<>(members);
    byId.sort((a, b) -> Long.compare(Threads.id(a), Threads.id(b)));
    Set<Thread> ordered = new LinkedHashSet<>();
    for (Thread start : byId) {
      Thread next = waits.containsKey(start) ? start : null;
      while (next != null && ordered.add(next)) {
        next = nextMember(next, members, waits, ordered);
      }
    }
    ordered.addAll(byId);
    return List.copyOf(ordered);
  }

  private static Thread nextMember(
      Thread thread, Set<Thread> members, Map<Thread, Wait> waits, Collection<Thread> taken) {
    Wait wait = waits.get(thread);
    if (wait == null) {
      return null;
    }
    return wait.owners().stream()
        .filter(owner -> members.contains(owner) && !taken.contains(owner))
        .findFirst()
        .orElse(null);
  }

  Set<Long> ids() {
    Set<Long> ids = new TreeSet<>();
    members.forEach(member -> ids.add(Threads.id(member)));
    return ids;
  }

  boolean overlaps(Situation other) {
    return other.members.stream().anyMatch(members::contains);
  }

  /** True if a later look saw the same, and nobody has moved in between. */
  boolean isSameAs(Situation later) {
    return ids().equals(later.ids()) && stamps.equals(later.stamps());
  }

  /** True if counters, not only the look of things, vouch for every member standing still. */
  boolean isCounted() {
    return stamps.values().stream().allMatch(Subject.Stamp::isCounted);
  }

  /** True if a member's wait gives up by itself. */
  boolean isPassing() {
    return waits.values().stream().anyMatch(Wait::timed);
  }

  /** As sure as the least sure wait; what ends by itself is no certain deadlock. */
  Certainty certainty() {
    Certainty least = isPassing() ? Certainty.LIKELY : Certainty.CERTAIN;
    for (Wait wait : waits.values()) {
      least = wait.certainty().compareTo(least) > 0 ? wait.certainty() : least;
    }
    return least;
  }

  /** When the first timed wait gives up; -1 if no journal knows. */
  long endsInMillis() {
    long soonest = -1;
    for (Map.Entry<Thread, Wait> entry : waits.entrySet()) {
      Holdings journal = evidence.subject(entry.getKey()).journal();
      if (entry.getValue().timed()
          && journal != null
          && journal.pending() != null
          && journal.timeoutNanos() > 0) {
        long waited = (long) (Clock.now() - journal.pending().tick()) * Clock.TICK_MILLIS;
        long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(journal.timeoutNanos()) - waited);
        soonest = soonest < 0 ? left : Math.min(soonest, left);
      }
    }
    return soonest;
  }
}
