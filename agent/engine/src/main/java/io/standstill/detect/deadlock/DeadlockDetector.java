package io.standstill.detect.deadlock;

import io.standstill.detect.evidence.DepartedThreads;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.GateWatch;
import io.standstill.detect.evidence.Releasers;
import io.standstill.detect.evidence.StallWatch;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.narration.Narrator;
import io.standstill.detect.narration.PoolLoads;
import io.standstill.detect.probe.BusyTime;
import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.Crowd;
import io.standstill.detect.probe.ForkJoins;
import io.standstill.detect.probe.LoadedClasses;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ThreadProbe;
import io.standstill.detect.waits.Analysis;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Carriers;
import io.standstill.pool.PoolAccess;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.Pools;
import io.standstill.recorder.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Finds what stands still, makes sure, says so once, and says when it is over.
 *
 * <p>Nothing is said after one look. A second look must show the same threads with the same
 * counters, so that every edge of the graph held at one common moment. Where no counter exists
 * (virtual threads that never ran woven code) more looks stand in for it.
 *
 * <p>Not thread-safe: one thread looks at a time.
 */
public final class DeadlockDetector {
  private static final long GLANCE_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
  private static final long LOOK_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
  private static final int LOOKS_WITHOUT_COUNTERS = 5;

  private final DepartedThreads departed = new DepartedThreads();
  private final ClassInitWatch classInitWatch = new ClassInitWatch();
  private final LongSupplier nanos;
  private final GateWatch gateWatch;
  private final StallWatch stallWatch;
  private final Evidence.Sources sources;
  private final Function<Object, PoolFigures> figures;
  private final FindingListener listener;
  private final List<Standing> standing = new ArrayList<>();
  private final Passing passing;
  private final Acquittals acquittals = new Acquittals();
  private int found;
  private long pausedNanos;
  private List<String> blindSpots = List.of();

  /**
   * A detector that tells a listener.
   *
   * @param loadedClasses all classes of the JVM, asked for only if class initialisation hangs
   * @param completeHistory whether all of the application's code is woven from the start; if not,
   *     what only journals know is a hint at most
   * @param stallThreshold how long a thread must have waited for a signal before it is asked who
   *     could give it; asked in each look
   * @param nanos steady time, which stands while the process is stopped
   * @param figures what is known of a pool, or null
   */
  public DeadlockDetector(
      Supplier<Class<?>[]> loadedClasses,
      boolean completeHistory,
      Supplier<Duration> stallThreshold,
      LongSupplier nanos,
      Function<Object, PoolFigures> figures,
      FindingListener listener) {
    this.sources =
        new Evidence.Sources(
            ThreadProbe.ofThisJvm(), departed, new LoadedClasses(loadedClasses), completeHistory);
    this.nanos = nanos;
    this.gateWatch = new GateWatch(nanos);
    this.stallWatch = new StallWatch(stallThreshold);
    this.passing = new Passing(nanos);
    this.figures = figures;
    this.listener = listener;
  }

  /** Where its evidence comes from. */
  public Evidence.Sources sources() {
    return sources;
  }

  /** Takes over the journals of threads that have ended: what they still hold may matter. */
  public void departed(Collection<Journal> journals) {
    journals.forEach(departed::add);
  }

  /**
   * Takes a look.
   *
   * @return how long it kept a processor busy, in nanoseconds
   */
  public long look() {
    BusyTime time = new BusyTime();
    pausedNanos = 0;
    Collection<Thread> threads = Threads.all();
    blindSpots = Crowd.blindSpots(threads);
    ThreadSet patient = gateWatch.look(threads);
    ThreadSet stalled = stallWatch.look(threads, nanos.getAsLong());
    sources.classes().forget();
    ThreadSet waiting = ThreadSet.of(patient);
    waiting.addAll(stalled);
    Map<Thread, Suspects.Glance> glance =
        Suspects.glance(threads, Pools.terminations(threads), waiting);
    boolean mayInitialize = classInitWatch.glance(threads);
    boolean mayLackCarriers = !blockedCarriers(threads).isEmpty();
    if (glance.isEmpty() && !mayInitialize && !mayLackCarriers && standing.isEmpty()) {
      return time.nanos(0);
    }
    pause(GLANCE_GAP_NANOS);
    ClassInits inits = classInitWatch.look();
    ThreadSet suspects = Suspects.unmoved(glance);
    for (Thread thread : threads) {
      if (inits.awaitedBy(Threads.id(thread)) != null) {
        suspects.add(thread);
      }
    }
    if (mayLackCarriers) {
      suspects.addAll(blockedCarriers(threads));
    }
    suspects.addAll(ForkJoins.joining(threads, suspects));
    Scene scene = new Scene(threads, suspects, inits, patient, stalled);
    List<Situation> situations = judge(scene, glance);
    passing.keepOnly(situations);
    followUp(situations, scene);
    report(confirmed(fresh(situations), scene));
    return time.nanos(pausedNanos);
  }

  /** What the last look did not look for, as there were too many threads. */
  public List<String> blindSpots() {
    return blindSpots;
  }

  private static ThreadSet blockedCarriers(Collection<Thread> threads) {
    return PoolAccess.isOpen() ? Carriers.blocked(threads) : new ThreadSet();
  }

  /**
   * What one look is about: who is alive, who is suspected, who initialises classes, who has waited
   * for long at a latch, and who for a signal.
   */
  private record Scene(
      Collection<Thread> threads,
      ThreadSet suspects,
      ClassInits inits,
      ThreadSet patient,
      ThreadSet stalled) {
    Scene with(ThreadSet otherSuspects) {
      return new Scene(threads, otherSuspects, inits, patient, stalled);
    }
  }

  /**
   * Goes through an analysis and a narration that lead nowhere, so that the classes they need are
   * loaded while the JVM is well.
   */
  public void rehearse() {
    Thread self = Thread.currentThread();
    ThreadSet alone = ThreadSet.of(List.of(self));
    Evidence evidence = new Evidence(sources, List.of(self), ClassInits.NONE, alone, alone);
    new Analysis(evidence, alone).situations();
    Releasers.rehearse();
    Wait wait = Wait.proven(evidence.subject(self), WaitType.LOCK, LockRef.of(evidence), alone);
    Map<Long, Wait> waits = Map.of(Threads.id(self), wait);
    new Narrator(Situation.of(List.of(self), waits, 0, List.of(), evidence), figures).tell("");
    PoolLoads.of(figures.apply(self)); // No pool, so nothing is known of it.
  }

  /** Begins from those who have not been judged yet, but once anything is found, from all. */
  private List<Situation> judge(Scene scene, Map<Thread, Suspects.Glance> glance) {
    BusyTime time = new BusyTime();
    ThreadSet open =
        standing.isEmpty() ? acquittals.open(scene.suspects(), glance) : scene.suspects();
    if (open.isEmpty()) {
      return List.of();
    }
    Analysis analysis = new Analysis(evidence(scene), open);
    List<Situation> situations = analysis.situations();
    if (situations.isEmpty()) {
      acquittals.note(scene.suspects(), open, glance, analysis.known(), time.nanos(0));
      return situations;
    }
    acquittals.clear();
    return open == scene.suspects() ? situations : analyse(scene);
  }

  private List<Situation> analyse(Scene scene) {
    return scene.suspects().isEmpty()
        ? List.of()
        : new Analysis(evidence(scene), scene.suspects()).situations();
  }

  private Evidence evidence(Scene scene) {
    return new Evidence(sources, scene.threads(), scene.inits(), scene.patient(), scene.stalled());
  }

  /** The same scene a moment later. */
  private Scene again(Scene scene) {
    pause(LOOK_GAP_NANOS);
    ClassInits inits = scene.inits() == ClassInits.NONE ? ClassInits.NONE : classInitWatch.again();
    return new Scene(scene.threads(), scene.suspects(), inits, scene.patient(), scene.stalled());
  }

  private List<Situation> fresh(List<Situation> situations) {
    return situations.stream()
        .filter(situation -> standing.stream().noneMatch(known -> known.covers(situation)))
        .filter(situation -> !situation.isKeepAlive())
        .filter(passing::isWorthTelling)
        .toList();
  }

  /**
   * Those that a second look confirms, counters and all. Where there are no counters, or interrupts
   * keep them moving, several looks must agree.
   */
  private List<Situation> confirmed(List<Situation> candidates, Scene scene) {
    List<Situation> confirmed = new ArrayList<>();
    List<Situation> open = candidates;
    for (int i = 1; i <= LOOKS_WITHOUT_COUNTERS && !open.isEmpty(); i++) {
      List<Situation> now = analyse(again(scene));
      List<Situation> unclear = new ArrayList<>();
      for (Situation then : open) {
        boolean surely = then.isCounted() && now.stream().anyMatch(then::isSameAs);
        if (surely || i == LOOKS_WITHOUT_COUNTERS && now.stream().anyMatch(then::isLike)) {
          confirmed.add(then);
        } else if (now.stream().anyMatch(then::isLike)) {
          unclear.add(then);
        }
      }
      open = unclear;
    }
    return confirmed;
  }

  private void report(List<Situation> situations) {
    for (Situation situation : situations) {
      Finding finding = new Narrator(situation, figures).tell("D" + ++found);
      standing.add(new Standing(situation, finding));
      listener.on(finding);
    }
  }

  /** What was found before is over only if two looks no longer find it. */
  private void followUp(List<Situation> situations, Scene scene) {
    List<Situation> seen = situations;
    for (Iterator<Standing> each = standing.iterator(); each.hasNext(); ) {
      Standing known = each.next();
      if (!known.isIn(seen)) {
        ThreadSet asked = ThreadSet.of(scene.suspects());
        asked.addAll(known.liveMembers());
        seen = analyse(again(scene.with(asked)));
        if (!known.isIn(seen) && !known.standsStill(evidence(scene))) {
          each.remove();
          listener.on(known.finding().resolved(Instant.now(), known.ageMillis()));
        }
      }
    }
  }

  /** An interrupt, which may be meant for a JMX client's thread, waits until afterwards. */
  private void pause(long nanos) {
    boolean interrupted = false;
    long start = System.nanoTime();
    long left = nanos;
    while (left > 0) {
      LockSupport.parkNanos(left);
      interrupted |= Thread.interrupted();
      left = nanos - (System.nanoTime() - start);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    pausedNanos += System.nanoTime() - start;
  }
}
