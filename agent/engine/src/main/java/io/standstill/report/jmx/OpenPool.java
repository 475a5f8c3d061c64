package io.standstill.report.jmx;

import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import java.util.List;
import java.util.function.Function;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/** A pool of a finding as JMX open data, with the field names of the JSON lines. */
final class OpenPool {
  private static final OpenType<?> TEXT = SimpleType.STRING;
  private static final OpenType<?> NUMBER = SimpleType.LONG;
  private static final OpenType<?> REAL = SimpleType.DOUBLE;

  private static final OpenRow TASK =
      new OpenRow("QueuedTask", "Tasks of one kind that are awaited")
          .with("class", TEXT, "Class of the task as it was submitted")
          .with("site", TEXT, "Where it was submitted; null if unknown")
          .with("count", NUMBER, "How many there are");

  private static final OpenRow POOL =
      new OpenRow("Pool", "A thread pool that plays a part")
          .with("name", TEXT, "What it is called")
          .with("class", TEXT, "Class of the pool")
          .with("size", NUMBER, "How many threads it has")
          .with("max", NUMBER, "How many it may have")
          .with("active", NUMBER, "How many of them are part of the situation")
          .with("queued", NUMBER, "How many tasks wait in its queue")
          .with("awaited", OpenRow.arrayOf(TASK.type()), "Those that are awaited")
          .with("needs", NUMBER, "The smallest size that would do; null if none would")
          .with("core", NUMBER, "How many threads it keeps")
          .with("remaining", NUMBER, "How many more tasks would fit into its queue")
          .with("completed", NUMBER, "How many tasks have ended")
          .with("rejected", NUMBER, "How many tasks were rejected since the agent came")
          .with("meanWaitMillis", REAL, "How long tasks wait in the mean")
          .with("waitMillis99", REAL, "What 99 of 100 waits do not exceed")
          .with("meanRunMillis", REAL, "How long tasks run in the mean")
          .with("runMillis99", REAL, "What 99 of 100 run times do not exceed")
          .with("utilisation", REAL, "Which share of its threads was busy, 0 to 1")
          .with("sizeByLoad", NUMBER, "How many threads it should have by Little's law")
          .with("sizeByWaiting", NUMBER, "How many could be of use, as tasks wait and compute")
          .with("sizeAdvice", TEXT, "The same in words");

  private OpenPool() {}

  /** The type of an array of them. */
  static OpenType<?> arrayType() {
    return OpenRow.arrayOf(POOL.type());
  }

  /** These pools as open data. */
  static CompositeData[] of(List<PoolUse> pools) {
    return rows(pools, OpenPool::of);
  }

  /** Not by a stream: some of its classes are loaded only when the first list is empty. */
  private static <T> CompositeData[] rows(List<T> all, Function<T, CompositeData> row) {
    CompositeData[] rows = new CompositeData[all.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row.apply(all.get(i));
    }
    return rows;
  }

  private static CompositeData of(PoolUse pool) {
    PoolLoad load = pool.load() == null ? PoolLoad.UNKNOWN : pool.load();
    return POOL.data(
        pool.name(),
        pool.className(),
        (long) pool.size(),
        (long) pool.max(),
        (long) pool.active(),
        (long) pool.queued(),
        rows(pool.awaited(), OpenPool::task),
        number(pool.needs()),
        number(load.core()),
        number(load.remaining()),
        number(load.completed()),
        number(load.rejected()),
        load.meanWaitMillis(),
        load.waitMillis99(),
        load.meanRunMillis(),
        load.runMillis99(),
        load.utilisation(),
        number(load.sizeByLoad()),
        number(load.sizeByWaiting()),
        load.sizeAdvice());
  }

  private static CompositeData task(PoolUse.QueuedTask task) {
    return TASK.data(task.className(), task.site(), (long) task.count());
  }

  private static Long number(Number number) {
    return number == null ? null : number.longValue();
  }
}
