package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.finding.Contention;
import io.standstill.finding.ContentionFigures;
import io.standstill.finding.LockContention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentionTextTest {
  private final List<LockContention> rows = new ArrayList<>();
  private final Contention contention =
      new Contention() {
        @Override
        public List<LockContention> top(int most) {
          return rows;
        }

        @Override
        public Instant since() {
          return Instant.parse("2026-11-20T12:00:00Z");
        }

        @Override
        public void reset() {
          rows.clear();
        }
      };

  @Test
  void saysThatNobodyWaited() {
    assertEquals("No look has seen anybody wait for a lock.", ContentionText.of(contention));
  }

  @Test
  void writesALineForEachLockAndForEachPairOfPlaces() {
    rows.add(
        new LockContention(
            "Shop.till",
            "shop.Till",
            new ContentionFigures(1_234, 65_000, 2_100, 3_000, 3, 5),
            List.of(
                new LockContention.Pair(
                    "shop.Shop.pay(Shop.java:3)",
                    null,
                    new ContentionFigures(1_000, 63_000, 2_000, 0, 2, 4)))));
    rows.add(
        new LockContention("a.B", "a.B", new ContentionFigures(1, 500, 100, 0, 0, 1), List.of()));
    assertEquals(
        """
        Waits for locks since 2026-11-20T12:00:00.000Z, by looks, longest times to 100 ms:
          Shop.till (shop.Till): about 1 min 5 s in 1,234 waits seen, the longest 2.1 s, held for 3.0 s at most; 3 now, 5 at peak
            at shop.Shop.pay(Shop.java:3), held at a place that is not known: about 1 min 3 s in 1,000 waits seen, the longest 2.0 s; 2 now, 4 at peak
          a.B: about 500 ms in 1 wait seen, the longest 100 ms; 0 now, 1 at peak""",
        ContentionText.of(contention));
  }
}
