package io.standstill.pool;

import io.standstill.jvm.Threads;
import io.standstill.recorder.PoolRecord;
import io.standstill.recorder.PoolRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the figures of all pools. Pools are known from their constructors; those from before an
 * attach are found by their threads now and then. Not thread-safe but for {@link #figures}.
 */
public final class PoolWatch {
  private static final long SPAN_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int LOOKS_PER_SEARCH = 10;

  /** Not in the first look: it would load classes while the application starts. */
  private static final int FIRST_SEARCH = 3;

  private final Supplier<Collection<Thread>> threads;
  private final ProcessorClock clock = ProcessorClock.ofThisJvm();
  private final PoolNames names = new PoolNames();
  private Map<PoolRecord, PoolHistory> histories = new LinkedHashMap<>();
  private long spanStart = System.nanoTime();
  private int looks;
  private volatile List<PoolHistory> known = List.of();

  /**
   * @param threads all threads of the JVM
   */
  public PoolWatch(Supplier<Collection<Thread>> threads) {
    this.threads = threads;
  }

  /** Reads the numbers of all pools; takes no lock of theirs. */
  public void look() {
    if (++looks % LOOKS_PER_SEARCH == FIRST_SEARCH) {
      for (Object executor : Pools.executors(threads.get())) {
        PoolRecords.of(executor);
      }
    }
    boolean turn = System.nanoTime() - spanStart > SPAN_NANOS;
    Map<PoolRecord, PoolHistory> alive = new LinkedHashMap<>();
    List<PoolHistory> seen = new ArrayList<>();
    for (PoolRecord record : PoolRecords.sweep()) {
      Object pool = record.pool();
      if (pool != null) {
        Origin.of(pool); // Lets go of the stack, which keeps the classes on it alive.
      }
      PoolCounts counts = pool == null ? null : PoolCounts.of(pool);
      if (counts == null || counts.ended() || runsVirtualThreads(counts)) {
        continue;
      }
      PoolHistory history = histories.get(record);
      if (history == null) {
        history = new PoolHistory(record, clock);
      }
      history.add(counts, System.nanoTime(), names);
      if (turn) {
        history.turnOver();
      }
      alive.put(record, history);
      seen.add(history);
    }
    histories = alive;
    known = seen;
    if (turn) {
      spanStart = System.nanoTime();
    }
  }

  /** The scheduler of virtual threads is a pool too, but not one of the application's. */
  private static boolean runsVirtualThreads(PoolCounts counts) {
    for (Thread worker : counts.workers()) {
      if (Threads.isCarrier(worker)) {
        return true;
      }
    }
    return false;
  }

  /** The pools that are alive, as of the last look. */
  public List<PoolHistory> known() {
    return known;
  }

  /** The figures of one pool as of the last look, or null; may be called by any thread. */
  public PoolFigures figuresOf(Object pool) {
    for (PoolHistory history : known) {
      if (history.isAbout(pool)) {
        return history.figures();
      }
    }
    return null;
  }

  /** Their figures; may be called by any thread. */
  public List<PoolFigures> figures() {
    List<PoolFigures> figures = new ArrayList<>();
    for (PoolHistory history : known) {
      PoolFigures of = history.figures();
      if (of != null) {
        figures.add(of);
      }
    }
    return figures;
  }
}
