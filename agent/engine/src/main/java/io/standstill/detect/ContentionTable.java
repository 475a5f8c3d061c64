package io.standstill.detect;

import io.standstill.finding.Contention;
import io.standstill.finding.LockContention;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Adds up how much threads wait for which locks. Nothing is measured where locks are taken: each
 * look counts who waits, and for the time since the look before. So sums are right in the mean, and
 * what is shorter than the time between two looks is seen by chance. Locks that come from one field
 * share a row. Thread-safe; bounded.
 */
public final class ContentionTable implements Contention {
  private static final int MOST_LOCKS = 1_000;
  private static final int MOST_PAIRS = 100;
  private static final int SHOWN_PAIRS = 5;

  private record Key(String name, String className) {}

  private record PairKey(String waitSite, String holdSite) {}

  private static final class Sums {
    private long waits;
    private long waitNanos;

    private void add(boolean isNew, long nanos) {
      waits += isNew ? 1 : 0;
      waitNanos += nanos;
    }
  }

  private static final class Row {
    private final Sums sums = new Sums();
    private final Map<PairKey, Sums> pairs = new HashMap<>();
    private long longestWaitMillis;
    private long longestHoldMillis;
    private int waitersNow;
    private int waitersPeak;
  }

  private final Map<Key, Row> rows = new HashMap<>();
  private Instant since = Instant.now();

  /** Begins a look: nobody waits, as far as is known. */
  synchronized void begin() {
    rows.values().forEach(row -> row.waitersNow = 0);
  }

  /**
   * Counts a thread that waits now.
   *
   * @param isNew whether no earlier look saw it in this wait
   * @param nanos the time that it stands for
   */
  synchronized void add(ContentionSample sample, boolean isNew, long nanos) {
    Key key = new Key(sample.name(), sample.className());
    Row row = rows.get(key);
    if (row == null) {
      if (rows.size() >= MOST_LOCKS) {
        return;
      }
      row = new Row();
      rows.put(key, row);
    }
    row.sums.add(isNew, nanos);
    row.longestWaitMillis = Math.max(row.longestWaitMillis, sample.waitMillis());
    row.longestHoldMillis = Math.max(row.longestHoldMillis, sample.holdMillis());
    row.waitersPeak = Math.max(row.waitersPeak, ++row.waitersNow);
    PairKey pair = new PairKey(sample.waitSite(), sample.holdSite());
    if (row.pairs.size() < MOST_PAIRS || row.pairs.containsKey(pair)) {
      row.pairs.computeIfAbsent(pair, unused -> new Sums()).add(isNew, nanos);
    }
  }

  @Override
  public synchronized List<LockContention> top(int most) {
    return rows.entrySet().stream()
        .map(entry -> contention(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(LockContention::waitMillis)
                .thenComparing(LockContention::waits)
                .reversed())
        .limit(most)
        .toList();
  }

  private static LockContention contention(Key key, Row row) {
    return new LockContention(
        key.name() == null ? key.className() : key.name(),
        key.className(),
        row.sums.waits,
        millis(row.sums),
        row.longestWaitMillis,
        row.longestHoldMillis,
        row.waitersNow,
        row.waitersPeak,
        row.pairs.entrySet().stream()
            .map(entry -> pair(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(LockContention.Pair::waitMillis).reversed())
            .limit(SHOWN_PAIRS)
            .toList());
  }

  private static LockContention.Pair pair(PairKey key, Sums sums) {
    return new LockContention.Pair(key.waitSite(), key.holdSite(), sums.waits, millis(sums));
  }

  private static long millis(Sums sums) {
    return TimeUnit.NANOSECONDS.toMillis(sums.waitNanos);
  }

  @Override
  public synchronized Instant since() {
    return since;
  }

  @Override
  public synchronized void reset() {
    rows.clear();
    since = Instant.now();
  }
}
