package io.standstill.detect.longwait;

import io.standstill.finding.Contention;
import io.standstill.finding.ContentionFigures;
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

  /** What is added up, of a lock or of a pair of places. */
  private static final class Sums {
    private long waits;
    private long waitNanos;
    private long longestWaitMillis;
    private long longestHoldMillis;
    private int waitersNow;
    private int waitersPeak;

    private void add(ContentionSample sample, boolean isNew, long nanos) {
      waits += isNew ? 1 : 0;
      waitNanos += nanos;
      longestWaitMillis = Math.max(longestWaitMillis, sample.waitMillis());
      longestHoldMillis = Math.max(longestHoldMillis, sample.holdMillis());
      waitersPeak = Math.max(waitersPeak, ++waitersNow);
    }

    private ContentionFigures figures() {
      return new ContentionFigures(
          waits,
          TimeUnit.NANOSECONDS.toMillis(waitNanos),
          longestWaitMillis,
          longestHoldMillis,
          waitersNow,
          waitersPeak);
    }
  }

  private static final class Row {
    private final Sums sums = new Sums();
    private final Map<PairKey, Sums> pairs = new HashMap<>();

    private void begin() {
      sums.waitersNow = 0;
      pairs.values().forEach(pair -> pair.waitersNow = 0);
    }
  }

  private final Map<Key, Row> rows = new HashMap<>();
  private Instant since = Instant.now();

  /** Begins a look: nobody waits, as far as is known. */
  synchronized void begin() {
    rows.values().forEach(Row::begin);
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
    row.sums.add(sample, isNew, nanos);
    PairKey pair = new PairKey(sample.waitSite(), sample.holdSite());
    if (row.pairs.size() < MOST_PAIRS || row.pairs.containsKey(pair)) {
      row.pairs.computeIfAbsent(pair, unused -> new Sums()).add(sample, isNew, nanos);
    }
  }

  @Override
  public synchronized List<LockContention> top(int most) {
    return rows.entrySet().stream()
        .map(entry -> contention(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(LockContention::figures, mostWaitingFirst()))
        .limit(most)
        .toList();
  }

  /** No constant: nobody asks for it while the agent starts, and making it takes time. */
  private static Comparator<ContentionFigures> mostWaitingFirst() {
    return Comparator.comparingLong(ContentionFigures::waitMillis)
        .thenComparingLong(ContentionFigures::waits)
        .reversed();
  }

  private static LockContention contention(Key key, Row row) {
    return new LockContention(
        key.name() == null ? key.className() : key.name(),
        key.className(),
        row.sums.figures(),
        row.pairs.entrySet().stream()
            .map(entry -> pair(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(LockContention.Pair::figures, mostWaitingFirst()))
            .limit(SHOWN_PAIRS)
            .toList());
  }

  private static LockContention.Pair pair(PairKey key, Sums sums) {
    return new LockContention.Pair(key.waitSite(), key.holdSite(), sums.figures());
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
