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
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Finds what stands still, makes sure, says so once, and says when it is over.
 *
 * <p>Nothing is said after one look: see {@link Confirmation}.
 *
 * <p>Not thread-safe: one thread looks at a time.
 */
public final class DeadlockDetector {
  private static final long GLANCE_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

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
      return time.nanos();
    }
    time.pause(GLANCE_GAP_NANOS);
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
    Scene scene = new Scene(sources, threads, suspects, inits, patient, stalled);
    Confirmation confirmation = new Confirmation(classInitWatch, time);
    List<Situation> situations = judge(scene, glance);
    passing.keepOnly(situations);
    followUp(situations, scene, confirmation);
    report(confirmation.of(fresh(situations), scene));
    return time.nanos();
  }

  /** What the last look did not look for, as there were too many threads. */
  public List<String> blindSpots() {
    return blindSpots;
  }

  private static ThreadSet blockedCarriers(Collection<Thread> threads) {
    return PoolAccess.isOpen() ? Carriers.blocked(threads) : new ThreadSet();
  }

  /**
   * Goes through an analysis and a narration that lead nowhere, so that the classes they need are
   * loaded while the JVM is well.
   */
  public void rehearse() {
    Thread self = Thread.currentThread();
    ThreadSet alone = ThreadSet.of(List.of(self));
    Scene scene = new Scene(sources, List.of(self), alone, ClassInits.NONE, alone, alone);
    new Confirmation(classInitWatch, new BusyTime()).of(scene.situations(), scene);
    Releasers.rehearse();
    Evidence evidence = scene.evidence();
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
    Analysis analysis = new Analysis(scene.evidence(), open);
    List<Situation> situations = analysis.situations();
    if (situations.isEmpty()) {
      acquittals.note(scene.suspects(), open, glance, analysis.known(), time.nanos());
      return situations;
    }
    acquittals.clear();
    return open == scene.suspects() ? situations : scene.situations();
  }

  private List<Situation> fresh(List<Situation> situations) {
    return situations.stream()
        .filter(situation -> standing.stream().noneMatch(known -> known.covers(situation)))
        .filter(situation -> !situation.isKeepAlive())
        .filter(passing::isWorthTelling)
        .toList();
  }

  private void report(List<Situation> situations) {
    for (Situation situation : situations) {
      Finding finding = new Narrator(situation, figures).tell("D" + ++found);
      standing.add(new Standing(situation, finding));
      listener.on(finding);
    }
  }

  /** What was found before is over only if two looks no longer find it. */
  private void followUp(List<Situation> situations, Scene scene, Confirmation confirmation) {
    List<Situation> seen = situations;
    for (Iterator<Standing> each = standing.iterator(); each.hasNext(); ) {
      Standing known = each.next();
      if (!known.isIn(seen)) {
        ThreadSet asked = ThreadSet.of(scene.suspects());
        asked.addAll(known.liveMembers());
        seen = confirmation.later(scene.with(asked));
        if (!known.isIn(seen) && !known.standsStill(scene.evidence())) {
          each.remove();
          listener.on(known.finding().resolved(Instant.now(), known.ageMillis()));
        }
      }
    }
  }
}
