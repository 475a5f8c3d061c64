package io.standstill.detect.longwait;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.probe.BusyTime;
import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.SteadyTime;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.Kind;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Finds threads that wait too long for a lock: because it stays in one hand, or because it goes
 * from hand to hand past them. Told are causes, not waiters; again each time the wait has doubled;
 * and once more when it is over. What a deadlock explains is left to it.
 *
 * <p>A look is cheap as long as nobody is in the same wait as in the look before. Not thread-safe:
 * one thread looks at a time.
 */
public final class LockWaitDetector {
  /** Of more who wait at once only those with most patience are asked about. */
  private static final int MOST_EXAMINED = 1_000;

  /** Within such a time after its threshold a stall is found, if looks keep their pace. */
  private static final Duration STALL_LOOKS = Duration.ofSeconds(2);

  /** What may be a stall is told after so many thresholds all the same. */
  private static final int MOST_THRESHOLDS = 3;

  private final Evidence.Sources sources;
  private final SteadyTime time;
  private final Supplier<Duration> threshold;
  private final Supplier<Duration> stallThreshold;
  private final long graceNanos;
  private final Supplier<List<Finding>> active;
  private final FindingListener listener;
  private final LockWaits waits = new LockWaits();
  private final LockHistory history = new LockHistory();
  private final ContentionTable contention;
  private long lastLook;
  private List<LastingWait> lasting = new ArrayList<>();
  private int told;

  /**
   * A detector that tells a listener.
   *
   * @param sources where evidence comes from, shared with the detector of deadlocks
   * @param threshold how long a thread may wait for a lock; asked in each look
   * @param stallThreshold when a stall would be told that explains a long wait better
   * @param grace for so long nothing is told, as an application that starts is slow by nature
   * @param active the findings that last now
   * @param contention where to count who waits for which lock
   */
  public LockWaitDetector(
      Evidence.Sources sources,
      SteadyTime time,
      Supplier<Duration> threshold,
      Supplier<Duration> stallThreshold,
      Duration grace,
      Supplier<List<Finding>> active,
      ContentionTable contention,
      FindingListener listener) {
    this.sources = sources;
    this.time = time;
    this.threshold = threshold;
    this.stallThreshold = stallThreshold;
    this.graceNanos = time.nanos() + grace.toNanos();
    this.active = active;
    this.contention = contention;
    this.lastLook = time.nanos();
    this.listener = listener;
  }

  /**
   * Takes a look.
   *
   * @return how long it kept a processor busy, in nanoseconds
   */
  public long look() {
    BusyTime busy = new BusyTime();
    Collection<Thread> threads = Threads.all();
    long now = time.nanos();
    LockWaits.Waiters all = waits.look(threads, sources.probe(), now);
    ThreadSet waiters = waits.longest(all.threads(), MOST_EXAMINED);
    Evidence evidence = new Evidence(sources, threads, ClassInits.NONE, new ThreadSet());
    evidence.takeForWaiting(all.woken());
    count(waiters, evidence, now);
    history.begin();
    boolean anySettled = waiters.threads().stream().anyMatch(waits::isSettled);
    LockScene scene = anySettled ? new LockScene(waiters, waits, history, evidence, now) : null;
    List<LongWait> found = scene == null ? List.of() : longWaits(scene);
    follow(found, scene, now);
    return busy.nanos();
  }

  private void count(ThreadSet waiters, Evidence evidence, long now) {
    contention.begin();
    if (!waiters.isEmpty()) {
      evidence.gather(waiters.threads());
      for (Thread waiter : waiters) {
        LockWaits.Followed wait = waits.of(waiter);
        long seenMillis = TimeUnit.NANOSECONDS.toMillis(now - wait.sinceNanos());
        ContentionSample sample = ContentionSample.of(evidence.subject(waiter), seenMillis);
        if (sample != null) {
          contention.add(sample, wait.isNew(), now - lastLook);
        }
      }
    }
    lastLook = now;
  }

  private List<LongWait> longWaits(LockScene scene) {
    long thresholdNanos = threshold.get().toNanos();
    List<LongWait> found = new ArrayList<>(LongHold.in(scene, thresholdNanos));
    found.addAll(LockStarvation.in(scene, thresholdNanos));
    return found;
  }

  private void follow(List<LongWait> found, LockScene scene, long now) {
    Set<LongWait> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    fresh.addAll(found);
    List<LastingWait> still = new ArrayList<>();
    for (LastingWait known : lasting) {
      List<LongWait> same = found.stream().filter(known::covers).toList();
      if (same.isEmpty() && known.isUnclear(scene)) {
        still.add(known);
      } else if (same.isEmpty()) {
        listener.on(known.over(now));
      } else {
        same.forEach(fresh::remove);
        still.add(known);
        if (known.goesOn(same, now) && same.stream().noneMatch(this::isExplained)) {
          listener.on(known.finding());
        }
      }
    }
    lasting = still;
    if (now >= graceNanos) {
      found.stream()
          .filter(wait -> fresh.contains(wait) && !isExplained(wait) && !isTooEarly(wait))
          .forEach(wait -> tell(wait, now));
    }
  }

  private void tell(LongWait wait, long now) {
    LastingWait known = new LastingWait("L" + ++told, wait, now);
    lasting.add(known);
    listener.on(known.finding());
  }

  /**
   * A stall says more, if it is one; but it is told later, and nobody waits for it for too long.
   */
  private boolean isTooEarly(LongWait wait) {
    Duration judged = stallThreshold.get().plus(STALL_LOOKS);
    Duration longest = threshold.get().multipliedBy(MOST_THRESHOLDS);
    long limit = Math.min(judged.toNanos(), longest.toNanos());
    return wait.waitedNanos() < limit && wait.mayBeStall();
  }

  /** Also if it is about one of those who hold what others need. */
  private boolean isExplained(LongWait wait) {
    return active.get().stream()
        .anyMatch(each -> each.kind().explains(Kind.LONG_HOLD) && each.isAbout(wait.members()));
  }

  /**
   * Goes through a report that leads nowhere, so that the classes it needs are loaded while the JVM
   * is well.
   */
  public void rehearse() {
    Thread self = Thread.currentThread();
    Evidence evidence = new Evidence(sources, List.of(self), ClassInits.NONE, new ThreadSet());
    LockScene scene =
        new LockScene(new ThreadSet(), waits, new LockHistory(), evidence, time.nanos());
    LongHold.in(scene, 1);
    LockStarvation.in(scene, 1);
    LongWait nothing = new LongHold(List.of(self), Set.of(), Set.of(), scene);
    new LastingWait("", nothing, 0).over(TimeUnit.SECONDS.toNanos(1));
  }
}
