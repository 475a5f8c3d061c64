package io.standstill.detect.deadlock;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.jvm.Threads;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A situation that was reported and lasts, remembered without keeping its threads alive. It is the
 * same one while all who waited still do, no more and no less surely; others may have joined. How
 * sure a stall is, and whether there is one, depends on threads that have nothing to do with it; so
 * what was told of one lasts until somebody in it moves. Who wants an object of a pool has not
 * moved, whatever woke it, until its call comes back.
 */
final class Standing {
  private final Finding finding;
  private final Set<Long> waiting;
  private final Set<Long> ended;
  private final Certainty certainty;
  private final boolean passing;
  private final boolean stall;
  private final Map<Long, Subject.Stamp> stamps;
  private final Map<Long, Integer> borrowingSince = new HashMap<>();
  private final List<WeakReference<Thread>> members;
  private final long since = System.nanoTime();

  Standing(Situation situation, Finding finding) {
    this.finding = finding;
    this.waiting = new HashSet<>(situation.waits().keySet());
    this.ended = idsOf(situation.ended());
    this.certainty = situation.certainty();
    this.passing = situation.isPassing();
    this.stall = isStall(situation);
    this.stamps = situation.stamps();
    for (Thread waiter : situation.waiters()) {
      if (situation.waitOf(waiter).isForLoan()) {
        Integer since = situation.evidence().subject(waiter).borrowingSince();
        borrowingSince.put(Threads.id(waiter), since);
      }
    }
    this.members = situation.members().threads().stream().map(WeakReference::new).toList();
  }

  private static Set<Long> idsOf(List<Thread> threads) {
    Set<Long> ids = new HashSet<>();
    threads.forEach(thread -> ids.add(Threads.id(thread)));
    return ids;
  }

  Finding finding() {
    return finding;
  }

  boolean covers(Situation situation) {
    boolean sameThreads =
        ended.isEmpty()
            ? situation.waits().keySet().containsAll(waiting)
            : ended.equals(idsOf(situation.ended()));
    boolean sameClaim =
        stall
            ? isStall(situation)
            : certainty == situation.certainty() && passing == situation.isPassing();
    return sameThreads && sameClaim;
  }

  private static boolean isStall(Situation situation) {
    return situation.awaitsSignal() || situation.awaitsLoan();
  }

  /** True for a stall in which nobody has moved, whatever others could do by now. */
  boolean standsStill(Evidence evidence) {
    List<Thread> alive = liveMembers();
    return stall
        && alive.size() == stamps.size()
        && alive.stream().allMatch(member -> hasNotMoved(evidence.subject(member)));
  }

  private boolean hasNotMoved(Subject member) {
    long id = Threads.id(member.thread());
    Integer since = borrowingSince.get(id);
    return since == null
        ? stamps.get(id).isLike(member.stamp())
        : since.equals(member.borrowingSince());
  }

  boolean isIn(List<Situation> situations) {
    return situations.stream().anyMatch(this::covers);
  }

  List<Thread> liveMembers() {
    return members.stream()
        .map(WeakReference::get)
        .filter(Objects::nonNull)
        .filter(Thread::isAlive)
        .toList();
  }

  long ageMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }
}
