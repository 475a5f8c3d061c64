package io.standstill.detect.probe;

import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread under examination: what the JVM says, what it parks on, what its journal says.
 *
 * @param facts the JVM's word; null where the JVM has none (virtual threads before JDK 25)
 * @param parkedOn what it parks on, or null: see {@link ParkBlocker}
 * @param timed whether its wait gives up by itself
 * @param journal the thread's journal, or null if it never ran woven code
 */
public record Subject(
    Thread thread,
    Thread.State state,
    ThreadFacts facts,
    Object parkedOn,
    boolean timed,
    Holdings journal) {

  private static final long ENDLESS_NANOS = TimeUnit.DAYS.toNanos(1);
  private static final int JOIN_FRAMES = 16;

  /** The thread as it is now; {@code facts} may be null. */
  public static Subject of(Thread thread, ThreadFacts facts) {
    Journal journal = Journals.of(Threads.id(thread));
    Thread.State state = facts != null ? facts.state() : Threads.state(thread);
    Object parkedOn = ParkBlocker.of(thread, state);
    Holdings holdings = journal == null ? null : journal.holdings();
    boolean timed =
        state == Thread.State.TIMED_WAITING && parkedOn == LockSupport.getBlocker(thread);
    return new Subject(thread, state, facts, parkedOn, timed && !isEndless(holdings), holdings);
  }

  /**
   * The same of a thread that was woken, but has not got the lock, and will wait again.
   *
   * @param queue what it is queued for, or null for a monitor
   */
  public Subject stillWaitingFor(Object queue) {
    Thread.State waits = queue == null ? Thread.State.BLOCKED : Thread.State.WAITING;
    return new Subject(thread, waits, facts, queue, timed, journal);
  }

  /** Who is ready to wait for a day waits for ever, as {@code Long.MAX_VALUE} is meant. */
  private static boolean isEndless(Holdings holdings) {
    return holdings != null
        && holdings.pending() != null
        && holdings.pending().timeoutNanos() >= ENDLESS_NANOS;
  }

  /** What the journal says the thread is about to take, or null. */
  public Holdings.Entry pending() {
    return journal == null ? null : journal.pending();
  }

  /** The same, if it was published by a site of this kind. */
  public Holdings.Entry pending(Site.Kind kind) {
    Holdings.Entry pending = pending();
    Site site = pending == null ? null : SiteTable.get(pending.site());
    return site != null && site.kind() == kind ? pending : null;
  }

  /** The same, if threads that wait for it park on this object. */
  public Holdings.Entry pendingOn(Object synchronizer) {
    Holdings.Entry pending = pending();
    return pending != null && Synchronizers.parkedOn(pending.lock()) == synchronizer
        ? pending
        : null;
  }

  /**
   * The foreign lock that the thread is about to take by the word of journal and stack, or null.
   */
  public Holdings.Entry foreign() {
    if (journal == null || journal.foreign().isEmpty()) {
      return null;
    }
    return onStack(journal.foreign()).stream().findFirst().orElse(null);
  }

  /** The pools of objects that the thread is borrowing from, in the same way, innermost first. */
  public List<Holdings.Entry> borrowing() {
    return journal == null || journal.borrowing().isEmpty()
        ? List.of()
        : onStack(journal.borrowing());
  }

  /** The tick at which it began to borrow from a pool of objects; null if it does not. */
  public Integer borrowingSince() {
    List<Holdings.Entry> calls = borrowing();
    return calls.isEmpty() ? null : calls.get(calls.size() - 1).tick();
  }

  private List<Holdings.Entry> onStack(List<Holdings.Entry> announced) {
    StackTraceElement[] stack = stack();
    return announced.stream()
        .filter(entry -> ForeignCall.isOnStack(SiteTable.get(entry.site()), stack))
        .toList();
  }

  /** What the journal says of the thread's wait for this lock, or null. */
  public Holdings.Entry announcementOf(LockRef lock) {
    Holdings.Entry pending = pending();
    if (pending != null && lock.is(pending.lock())) {
      return pending;
    }
    Holdings.Entry foreign = foreign();
    if (foreign != null && lock.is(foreign.lock())) {
      return foreign;
    } else if (state == Thread.State.BLOCKED) {
      return null; // Who is about to borrow from a pool may have to enter its monitor first.
    }
    return borrowing().stream()
        .filter(entry -> lock.is(entry.lock()))
        .reduce(
            (inner, outer) -> outer) // A pool may call itself: the place of the user tells more.
        .orElse(null);
  }

  /** Its stack, innermost frame first. */
  public StackTraceElement[] stack() {
    return facts != null && facts.stack() != null ? facts.stack() : Threads.stack(thread);
  }

  /**
   * A value that is equal in two looks only if the thread did nothing in between, as far as its
   * journal and the JVM's counters can tell.
   */
  public Stamp stamp() {
    return new Stamp(
        state,
        journal == null ? -1 : journal.moves(),
        facts == null ? -1 : facts.episodes(),
        System.identityHashCode(parkedOn),
        facts == null || facts.blockedOn() == null ? 0 : facts.blockedOn().identity(),
        isPublished());
  }

  /**
   * The same of a thread that waits for an object of a pool, which it may do by sleeping and asking
   * again: all that counts is that it has not come back.
   */
  public Stamp borrowerStamp() {
    return new Stamp(Thread.State.WAITING, journal.moves(), -1, 0, 0, true);
  }

  /** True if the journal knows of the very wait that the JVM shows, so that its counter vouches. */
  private boolean isPublished() {
    Holdings.Entry pending = pending();
    return pending != null
        && (pendingOn(parkedOn) != null
            || facts != null && facts.blockedOn() != null && facts.blockedOn().is(pending.lock()));
  }

  /** What tells whether a thread has moved: see {@link Subject#stamp()}. */
  public record Stamp(
      Thread.State state,
      int moves,
      long episodes,
      int parkedOn,
      int blockedOn,
      boolean published) {
    /** True if a counter stands behind it, not only the look of things. */
    public boolean isCounted() {
      return published || episodes >= 0;
    }

    /** True if the thread waits for the same, though an interrupt may have woken it in between. */
    public boolean isLike(Stamp later) {
      return state == later.state
          && moves == later.moves
          && parkedOn == later.parkedOn
          && blockedOn == later.blockedOn
          && published == later.published;
    }
  }

  /** True if its stack shows it in {@code Thread.join}. */
  public boolean isJoining() {
    return isIn(Thread.class.getName(), "join", JOIN_FRAMES);
  }

  /** True if one of its innermost frames is in a method of this class whose name begins so. */
  public boolean isIn(String className, String methodPrefix, int frames) {
    return Arrays.stream(stack())
        .limit(frames)
        .anyMatch(
            frame ->
                frame.getClassName().equals(className)
                    && frame.getMethodName().startsWith(methodPrefix));
  }
}
