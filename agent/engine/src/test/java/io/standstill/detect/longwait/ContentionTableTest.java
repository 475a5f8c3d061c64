package io.standstill.detect.longwait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.ContentionFigures;
import io.standstill.finding.LockContention;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContentionTableTest {
  private static final long HALF_A_SECOND = TimeUnit.MILLISECONDS.toNanos(500);

  private final ContentionTable table = new ContentionTable();

  @Test
  void countsEachWaitOnceAndItsTimeInEachLook() {
    for (int look = 0; look < 4; look++) {
      table.begin();
      table.add(sample("Shop.till", "a", "h", 500 * look), look == 0, HALF_A_SECOND);
      table.add(sample("Shop.till", "b", "h", 500 * look), look == 0, HALF_A_SECOND);
    }
    table.begin();
    table.add(sample("Shop.till", "a", "h", 2_000), false, HALF_A_SECOND);
    LockContention row = table.top(1).get(0);
    assertEquals("Shop.till", row.lock());
    assertEquals(new ContentionFigures(2, 4_500, 2_000, 4_000, 1, 2), row.figures());
    assertEquals(
        List.of(
            new LockContention.Pair("a", "h", new ContentionFigures(1, 2_500, 2_000, 4_000, 1, 1)),
            new LockContention.Pair("b", "h", new ContentionFigures(1, 2_000, 1_500, 3_000, 0, 1))),
        row.pairs());
  }

  @Test
  void showsTheWorstFirstAndCallsALockWithoutANameByItsClass() {
    table.begin();
    table.add(sample(null, "a", null, 1), true, HALF_A_SECOND);
    table.add(sample("Shop.till", "a", null, 1), true, 3 * HALF_A_SECOND);
    assertEquals(
        List.of("Shop.till", "shop.Lock"), table.top(10).stream().map(r -> r.lock()).toList());
    assertEquals(1, table.top(1).size());
  }

  @Test
  void staysBounded() {
    table.begin();
    for (int i = 0; i < 5_000; i++) {
      table.add(sample("lock-" + i, "a", "h", 1), true, i);
      table.add(sample("lock-0", "place-" + i, "h", 1), true, i);
    }
    List<LockContention> rows = table.top(Integer.MAX_VALUE);
    assertTrue(rows.size() <= 1_000, () -> rows.size() + " rows");
    LockContention crowded = rows.stream().filter(r -> r.lock().equals("lock-0")).findAny().get();
    assertEquals(5_001, crowded.figures().waits(), "counted, though not by place");
  }

  @Test
  void forgetsAllWhenReset() {
    table.begin();
    table.add(sample("Shop.till", "a", "h", 1), true, HALF_A_SECOND);
    table.reset();
    assertEquals(List.of(), table.top(10));
  }

  private static ContentionSample sample(String lock, String waits, String holds, long millis) {
    return new ContentionSample(lock, "shop.Lock", waits, holds, millis, 2 * millis);
  }
}
