package io.standstill.detect.stall;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.StallWatch;
import io.standstill.detect.probe.BusyTime;
import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.Ration;
import io.standstill.detect.probe.SteadyTime;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.Kind;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds waits that nobody seems able to end, as far as history and code tell: for a latch, a
 * future, a permit, a queue, a signal, an object of a pool or a process, where those who would have
 * ended them are gone, wait themselves, or are those who wait. Told once two looks agree, and once
 * more when one of the waiters gets on.
 *
 * <p>Who waits is asked for whom while the wait is young, since one who has ended cannot be asked
 * any more. Not thread-safe: one thread looks at a time.
 */
public final class StallDetector {
  /** Who would end waits is asked no more often than that. */
  private static final long ASKED_EVERY_MILLIS = 2_000;

  private final Evidence.Sources sources;
  private final SteadyTime time;
  private final Supplier<Duration> threshold;
  private final Supplier<List<Finding>> active;
  private final FindingListener listener;
  private final GateWaits waits = new GateWaits();
  private final DroppedWork dropped = new DroppedWork();
  private final List<Lasting> lasting = new ArrayList<>();

  /** What the look before found and did not tell, by the threads that wait and since when. */
  private Set<Map<Long, Long>> suspected = new HashSet<>();

  private Set<Map<Long, Long>> suspectedByHistory = new HashSet<>();

  /** True if what is suspected by history waits for its second look. */
  private boolean confirming;

  private final Ration asking = new Ration(ASKED_EVERY_MILLIS, 20_000);
  private final Ration askingHistory = new Ration(ASKED_EVERY_MILLIS, 20_000);
  private int told;

  /** What was told and lasts, without threads and objects. */
  private record Lasting(Finding finding, Map<Long, Long> since, long toldNanos) {}

  /**
   * A detector that tells a listener.
   *
   * @param sources where evidence comes from, shared with the detector of deadlocks
   * @param threshold how long a thread must have waited; asked in each look
   * @param active the findings that last now
   */
  public StallDetector(
      Evidence.Sources sources,
      SteadyTime time,
      Supplier<Duration> threshold,
      Supplier<List<Finding>> active,
      FindingListener listener) {
    this.sources = sources;
    this.time = time;
    this.threshold = threshold;
    this.active = active;
    this.listener = listener;
  }

  /**
   * Takes a look.
   *
   * @return how long it kept a processor busy, in nanoseconds
   */
  public long look() {
    BusyTime busy = new BusyTime();
    long now = time.nanos();
    dropped.look();
    Collection<Thread> threads = Threads.all();
    List<GateWaits.Waiting> waiting = waits.look(threads, sources.departed().traces(), now);
    resolve(now);
    if (!waiting.isEmpty()) {
      Evidence evidence = new Evidence(sources, threads, ClassInits.NONE, new ThreadSet());
      ask(waiting, evidence, now);
      judge(waiting, evidence, now);
    }
    return busy.nanos();
  }

  private void resolve(long now) {
    for (Iterator<Lasting> each = lasting.iterator(); each.hasNext(); ) {
      Lasting known = each.next();
      if (!known.since().entrySet().stream().allMatch(e -> waits.isIn(e.getKey(), e.getValue()))) {
        each.remove();
        long millis = TimeUnit.NANOSECONDS.toMillis(now - known.toldNanos());
        listener.on(known.finding().resolved(Instant.now(), millis));
      }
    }
  }

  private void ask(List<GateWaits.Waiting> waiting, Evidence evidence, long now) {
    List<GateWaits.Waiting> due = waiting.stream().filter(wait -> wait.isToBeAsked(now)).toList();
    if (!due.isEmpty() && asking.isDue(now)) {
      BusyTime busy = new BusyTime();
      new Pledges(evidence.routes().pools(), evidence.outlook()).ask(due, evidence.allThreads());
      due.forEach(wait -> wait.asked(now));
      asking.took(now, busy.nanos());
    }
  }

  /**
   * Idle threads wait for signals all day long, so these are looked into more rarely; but what was
   * suspected is looked into again at once.
   */
  private void judge(List<GateWaits.Waiting> waiting, Evidence evidence, long now) {
    Map<Boolean, List<GateWaits.Waiting>> byHistory =
        waiting.stream().collect(Collectors.partitioningBy(wait -> wait.awaited().isByHistory()));
    suspected = judge(byHistory.get(false), suspected, evidence, now);
    boolean due = askingHistory.isDue(now);
    if (due || confirming) {
      BusyTime busy = new BusyTime();
      suspectedByHistory = judge(byHistory.get(true), suspectedByHistory, evidence, now);
      confirming = due && !suspectedByHistory.isEmpty();
      if (due) {
        askingHistory.took(now, busy.nanos());
      }
    }
  }

  /** Tells what was suspected before, and returns what is suspected now. */
  private Set<Map<Long, Long>> judge(
      List<GateWaits.Waiting> waiting, Set<Map<Long, Long>> before, Evidence evidence, long now) {
    long thresholdNanos = threshold.get().toNanos();
    Map<Object, List<GateWaits.Waiting>> patient = new IdentityHashMap<>();
    for (GateWaits.Waiting wait : waiting) {
      if (wait.spell().nanos(now) >= thresholdNanos
          && !(wait.awaited().isByHistory() && StallWatch.isCandidate(wait.thread()))
          && !isExplained(wait.thread())) {
        patient.computeIfAbsent(wait.awaited().place(), unused -> new ArrayList<>()).add(wait);
      }
    }
    if (patient.isEmpty()) {
      return new HashSet<>();
    }
    Set<Map<Long, Long>> found = new HashSet<>();
    List<Stall> stalls = new ArrayList<>();
    List<List<GateWaits.Waiting>> open = new ArrayList<>();
    StallCauses causes = new StallCauses(evidence, sources.departed().traces(), dropped);
    for (List<GateWaits.Waiting> same : patient.values()) {
      same.sort(Comparator.comparingLong(wait -> wait.spell().sinceNanos()));
      Stall stall = causes.of(same, waitersAt(same.get(0).awaited().place(), waiting));
      stalls.add(stall);
      if (stall == null) {
        open.add(same);
      }
    }
    stalls.add(causes.mutual(open));
    for (Stall stall : stalls) {
      if (stall != null && before.contains(stall.since())) {
        tell(stall, evidence, now);
      } else if (stall != null) {
        found.add(stall.since());
      }
    }
    return found;
  }

  private static ThreadSet waitersAt(Object place, List<GateWaits.Waiting> waiting) {
    ThreadSet waiters = new ThreadSet();
    for (GateWaits.Waiting wait : waiting) {
      if (wait.awaited().place() == place) {
        waiters.add(wait.thread());
      }
    }
    return waiters;
  }

  /** What was told is not told again, by whomever. */
  private boolean isExplained(Thread thread) {
    Set<Long> id = Set.of(Threads.id(thread));
    return active.get().stream()
        .filter(each -> each.kind().explains(Kind.STALL) || each.kind() == Kind.STALL)
        .anyMatch(each -> each.isAbout(id));
  }

  private void tell(Stall stall, Evidence evidence, long now) {
    Finding finding = new StallReport(stall, evidence, now).tell("T" + ++told);
    lasting.add(new Lasting(finding, stall.since(), now));
    listener.on(finding);
  }

  /**
   * Goes through a report that leads nowhere, so that the classes it needs are loaded while the JVM
   * is well.
   */
  public void rehearse() {
    Thread self = Thread.currentThread();
    Evidence evidence = new Evidence(sources, List.of(self), ClassInits.NONE, new ThreadSet());
    GateWaits.Waiting wait = GateWaits.rehearsed(self);
    StallCauses causes = new StallCauses(evidence, sources.departed().traces(), dropped);
    causes.of(List.of(wait), new ThreadSet());
    causes.mutual(List.of(List.of(wait)));
    UnreadOutput.rehearse();
    UnservedLoop.rehearse();
    new Bystanders(evidence).judge(wait.awaited(), new ThreadSet(), true);
    new Pledges(evidence.routes().pools(), evidence.outlook()).ask(List.of(wait), List.of(self));
    new StallReport(new Stall(List.of(wait), "", "", Certainty.POSSIBLE), evidence, 0).tell("");
  }
}
