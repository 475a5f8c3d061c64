package io.standstill.recorder;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * What is remembered of one pool. It refers to the pool weakly, and to tasks too.
 *
 * <p>Waits: at most one task at a time is being timed from {@code execute} to its start, matched by
 * identity. Run times: a worker decides when it starts a task whether to time it. How often is told
 * by {@link #mask}, which the engine adapts to the pool's pace; how many by {@link #left}. The
 * unmeasured path reads two fields that are seldom written, and writes nothing. Measured times go
 * into a histogram that the engine replaces now and then, so that old times fade.
 */
public final class PoolRecord extends WeakReference<Object> {
  /** One task being timed; it is not kept alive by that. */
  private static final class WaitSample extends WeakReference<Object> {
    final long nanos = System.nanoTime();

    WaitSample(Object task) {
      super(task);
    }
  }

  private static final AtomicReferenceFieldUpdater<PoolRecord, WaitSample> SAMPLE =
      AtomicReferenceFieldUpdater.newUpdater(PoolRecord.class, WaitSample.class, "sample");

  /** No more is measured of a quiet pool before the engine looks again. */
  private static final int RATION = 64;

  /** The same for a busy pool. */
  private static final int SMALL_RATION = 16;

  /** For how long a small ration is to last: in between nobody has to decide. */
  private static final double SECONDS_PER_RATION = 0.01;

  final int hash;

  /** Next record of the same bucket of {@link PoolRecords}. */
  PoolRecord next;

  /** A task is timed if the bits of a random number under this mask are 0. Racy on purpose. */
  int mask;

  /** How many more may be measured before the engine looks again. Racy on purpose. */
  private int left = RATION;

  /** Whether threads of the pool hand over tasks or wait for some. Racy on purpose. */
  boolean usedFromInside;

  /** Whether its threads hand tasks to the pool itself. Racy on purpose. */
  private boolean feedsItself;

  /** Its threads that wait for tasks of the pool. */
  final Depth selfWaits = new Depth();

  private final long createdMillis;
  private final AtomicInteger rejected = new AtomicInteger();

  /** The task whose wait is being timed, if any. */
  private volatile WaitSample sample;

  /** Until the engine has asked where the pool was made: it refers to classes. */
  private volatile StackSnapshot creation;

  /** Where the pool was made, in words of the engine. */
  private volatile String place;

  /** Identity hash code of the task that was sampled last. Racy on purpose. */
  private int lastTask;

  private volatile LogHistogram waits = new LogHistogram();
  private volatile LogHistogram olderWaits = waits;
  private volatile LogHistogram runs = new LogHistogram();
  private volatile LogHistogram olderRuns = runs;

  PoolRecord(Object pool, int hash, StackSnapshot creation) {
    super(pool);
    this.hash = hash;
    this.creation = creation;
    this.createdMillis = creation == null ? 0 : System.currentTimeMillis();
  }

  /** True if something is to be decided before the current thread hands over a task. */
  boolean wantsSubmissions() {
    return left > 0 || usedFromInside && Work.isFor(this);
  }

  /** True if the wait of a task may be timed now. */
  boolean isReady() {
    if (left <= 0) {
      return false;
    }
    WaitSample open = sample;
    return open == null || open.refersTo(null);
  }

  /**
   * Begins to time a task, unless it is the one that was timed last: an object that is submitted
   * again and again may be in the queue many times, and nobody can tell which of them starts.
   */
  void sample(Object task) {
    left--;
    int identity = System.identityHashCode(task);
    if (identity == lastTask) {
      return;
    }
    WaitSample before = sample;
    if ((before == null || before.refersTo(null))
        && SAMPLE.compareAndSet(this, before, new WaitSample(task))) {
      lastTask = identity;
    }
  }

  /** True if the start of a task is of interest now. */
  boolean wantsStart() {
    return left > 0 || sample != null;
  }

  /** A worker is about to run a task. */
  void starting(Object task, Work work) {
    WaitSample open = sample;
    if (open != null && open.refersTo(task) && SAMPLE.compareAndSet(this, open, null)) {
      waits.add(System.nanoTime() - open.nanos);
    }
    if (left > 0) {
      int rare = mask;
      if (rare == 0 || (work.random() & rare) == 0) {
        left--;
        work.time(this);
      }
    }
  }

  void ran(long nanos) {
    runs.add(nanos);
  }

  void rejecting(Object task) {
    rejected.incrementAndGet();
    forget(task);
  }

  /** Stops timing the wait of a task: it will not run. */
  public void forget(Object task) {
    WaitSample open = sample;
    if (open != null && open.refersTo(task)) {
      SAMPLE.compareAndSet(this, open, null);
    }
  }

  /** The pool, or null if it is gone. */
  public Object pool() {
    return get();
  }

  /** When the pool was made, in milliseconds since the epoch; 0 if before the agent came. */
  public long createdMillis() {
    return createdMillis;
  }

  /** The stack at the end of the pool's constructor; null if it is not known, or was taken. */
  public StackTraceElement[] takeCreation() {
    StackSnapshot known = creation;
    creation = null;
    return known == null ? null : known.getStackTrace();
  }

  /** Where the pool was made, as the engine has put it; null if it has not, or does not know. */
  public String place() {
    return place;
  }

  /** Remembers where the pool was made. */
  public void madeAt(String where) {
    place = where;
  }

  /** One of its threads hands a task to the pool. */
  void fed() {
    if (!feedsItself) {
      feedsItself = true;
    }
  }

  /** True if its own threads have handed tasks to the pool, as far as woven code did it. */
  public boolean feedsItself() {
    return feedsItself;
  }

  /** How many tasks the pool has rejected since it is known. */
  public int rejected() {
    return rejected.get();
  }

  /** How many of its threads have waited at once for tasks that they had handed to it. */
  public int selfWaitPeak() {
    return selfWaits.peak();
  }

  /** The task whose wait is being timed, or null; for an immediate comparison only. */
  public Object waitingTask() {
    WaitSample open = sample;
    return open == null ? null : open.get();
  }

  /** How long that task has waited so far, in nanoseconds; -1 if none is being timed. */
  public long waitingNanos() {
    WaitSample open = sample;
    return open == null || open.refersTo(null) ? -1 : System.nanoTime() - open.nanos;
  }

  /**
   * Allows more to be measured, and adapts to the pace of the pool. Of a quiet pool all is timed.
   * Of a busy one so few tasks, taken by chance, that a ration lasts for a moment.
   */
  public void pace(double tasksPerSecond) {
    double tasks = Math.min(1 << 20, tasksPerSecond * SECONDS_PER_RATION / SMALL_RATION);
    mask = Integer.highestOneBit(Math.max(1, (int) tasks)) - 1;
    left = mask == 0 ? RATION : SMALL_RATION;
  }

  /** Begins new histograms. What was measured before the last call is forgotten. */
  public void turnOver() {
    olderWaits = waits;
    waits = new LogHistogram();
    olderRuns = runs;
    runs = new LogHistogram();
  }

  /** Waits from {@code execute} to the start, since the last call but one of {@link #turnOver}. */
  public LogHistogram waits() {
    return LogHistogram.sum(waits, olderWaits);
  }

  /** Run times since the last call but one of {@link #turnOver}. */
  public LogHistogram runs() {
    return LogHistogram.sum(runs, olderRuns);
  }
}
