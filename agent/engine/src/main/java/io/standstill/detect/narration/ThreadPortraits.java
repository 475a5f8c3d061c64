package io.standstill.detect.narration;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Threads as a report shows them: the JVM is asked once more, about all at once. */
public final class ThreadPortraits {
  private final Evidence evidence;
  private final Map<Long, Wait> waits;
  private final Map<Thread, ThreadFacts> details;
  private final LockUses lockUses;

  /**
   * Asks the JVM.
   *
   * @param threads those to be shown that have not ended
   * @param waits what some of them wait for, by thread id: each such wait tells what another holds
   */
  public ThreadPortraits(Evidence evidence, Collection<Thread> threads, Map<Long, Wait> waits) {
    this.evidence = evidence;
    this.waits = waits;
    this.details = evidence.details(threads);
    this.lockUses = new LockUses(evidence, threads, waits);
  }

  /** A thread in this state, which waits for this or for nothing, with what it holds. */
  public StuckThread of(Thread thread, Thread.State state, LockUse waitsFor) {
    List<LockUse> holds = lockUses.holds(thread, details.get(thread));
    return of(thread, state, waitsFor, holds, stack(thread));
  }

  /** A thread that has ended, with what it never released. */
  StuckThread ended(Thread thread) {
    List<LockUse> leftBehind = lockUses.leftBehindBy(thread);
    return of(thread, Thread.State.TERMINATED, null, leftBehind);
  }

  /** The same of a thread of which all is known. */
  public static StuckThread of(
      Thread thread,
      Thread.State state,
      LockUse waitsFor,
      List<LockUse> holds,
      StackTraceElement... stack) {
    return new StuckThread(
        Threads.id(thread),
        Threads.name(thread),
        Threads.isVirtual(thread),
        state.name(),
        waitsFor,
        holds,
        Frames.text(stack));
  }

  /** What a thread waits for; null if that is not among the waits. */
  public LockUse waitsFor(Thread thread) {
    Wait wait = waits.get(Threads.id(thread));
    return wait == null ? null : lockUses.waitsFor(evidence.subject(thread), wait);
  }

  /** The JVM's word on a thread; null if it has none. */
  public ThreadFacts facts(Thread thread) {
    return details.get(thread);
  }

  /** The stack of a thread, innermost frame first. */
  public StackTraceElement[] stack(Thread thread) {
    ThreadFacts facts = details.get(thread);
    return facts != null && facts.stack() != null
        ? facts.stack()
        : evidence.subject(thread).stack();
  }
}
