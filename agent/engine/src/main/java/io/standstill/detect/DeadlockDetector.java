package io.standstill.detect;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.recorder.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
  private final Evidence.Sources sources;
  private final FindingListener listener;
  private final List<Standing> standing = new ArrayList<>();
  private final Passing passing = new Passing();
  private int found;
  private long pausedNanos;

  /**
   * A detector that tells a listener.
   *
   * @param loadedClasses all classes of the JVM, asked for only if class initialisation hangs
   */
  public DeadlockDetector(Supplier<Class<?>[]> loadedClasses, FindingListener listener) {
    this.sources =
        new Evidence.Sources(ThreadProbe.ofThisJvm(), departed, new LoadedClasses(loadedClasses));
    this.listener = listener;
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
    long start = System.nanoTime();
    pausedNanos = 0;
    Collection<Thread> threads = Threads.all();
    Map<Thread, Object> glance = Suspects.glance(threads);
    boolean mayInitialize = classInitWatch.glance(threads);
    if (glance.isEmpty() && !mayInitialize && standing.isEmpty()) {
      return System.nanoTime() - start;
    }
    pause(GLANCE_GAP_NANOS);
    ClassInits inits = classInitWatch.look();
    Set<Thread> suspects = new HashSet<>(Suspects.unmoved(glance));
    for (Thread thread : threads) {
      if (inits.awaitedBy(Threads.id(thread)) != null) {
        suspects.add(thread);
      }
    }
    List<Situation> situations = analyse(suspects, inits);
    passing.keepOnly(situations);
    report(confirmed(fresh(situations), suspects, inits));
    followUp(situations, suspects, inits);
    return System.nanoTime() - start - pausedNanos;
  }

  /**
   * Goes through an analysis and a narration that lead nowhere, so that the classes they need are
   * loaded while the JVM is well.
   */
  public void rehearse() {
    Thread self = Thread.currentThread();
    Evidence evidence = new Evidence(sources, ClassInits.NONE);
    new Analysis(evidence, List.of(self)).situations();
    Wait wait = Wait.proven(evidence.subject(self), "lock", LockRef.of(evidence), List.of(self));
    new Narrator(Situation.of(Set.of(self), Map.of(self, wait), Set.of(), evidence)).tell("");
  }

  private List<Situation> analyse(Collection<Thread> suspects, ClassInits inits) {
    return suspects.isEmpty()
        ? List.of()
        : new Analysis(new Evidence(sources, inits), suspects).situations();
  }

  private List<Situation> fresh(List<Situation> situations) {
    return situations.stream()
        .filter(situation -> standing.stream().noneMatch(known -> known.overlaps(situation)))
        .filter(passing::isWorthTelling)
        .toList();
  }

  private List<Situation> confirmed(
      List<Situation> candidates, Collection<Thread> suspects, ClassInits inits) {
    List<Situation> confirmed = candidates;
    int looks = candidates.stream().allMatch(Situation::isCounted) ? 1 : LOOKS_WITHOUT_COUNTERS;
    for (int i = 0; i < looks && !confirmed.isEmpty(); i++) {
      pause(LOOK_GAP_NANOS);
      List<Situation> before = confirmed;
      confirmed =
          analyse(suspects, again(inits)).stream()
              .filter(now -> before.stream().anyMatch(then -> then.isSameAs(now)))
              .toList();
    }
    return confirmed;
  }

  private ClassInits again(ClassInits inits) {
    return inits == ClassInits.NONE ? inits : classInitWatch.again();
  }

  private void report(List<Situation> situations) {
    for (Situation situation : situations) {
      Finding finding = new Narrator(situation).tell("D" + ++found);
      standing.add(new Standing(situation, finding));
      listener.on(finding);
    }
  }

  /** What was found before is over only if its members moved and two looks no longer find it. */
  private void followUp(List<Situation> situations, Collection<Thread> suspects, ClassInits inits) {
    List<Situation> seen = situations;
    for (Iterator<Standing> each = standing.iterator(); each.hasNext(); ) {
      Standing known = each.next();
      if (known.isIn(seen)) {
        continue;
      }
      pause(LOOK_GAP_NANOS);
      Set<Thread> asked = new HashSet<>(suspects);
      asked.addAll(known.liveMembers());
      seen = analyse(asked, again(inits));
      if (!known.isIn(seen)) {
        each.remove();
        listener.on(known.finding().resolved(Instant.now(), known.ageMillis()));
      }
    }
  }

  private void pause(long nanos) {
    long start = System.nanoTime();
    long left = nanos;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - (System.nanoTime() - start);
    }
    pausedNanos += System.nanoTime() - start;
  }
}
