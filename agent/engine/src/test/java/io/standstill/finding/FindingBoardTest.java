package io.standstill.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingBoardTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final FindingBoard board = new FindingBoard();

  private static Finding longHold(Instant time, String summary) {
    return new Finding(
        time,
        "L1",
        Kind.LONG_HOLD,
        Certainty.CERTAIN,
        summary,
        List.of(),
        List.of(),
        0,
        null,
        null,
        "");
  }

  @Test
  void keepsWhenASituationWasFirstToldAndWhatIsKnownNow() {
    board.on(longHold(FIRST, "for 5 s"));
    board.on(longHold(FIRST.plusSeconds(5), "for 10 s"));
    board.on(longHold(FIRST.plusSeconds(15), "for 20 s"));

    Finding last = longHold(FIRST.plusSeconds(15), "for 20 s");
    assertEquals(List.of(last), board.active());
    assertEquals(FIRST, board.since(last));
    assertEquals(1, board.counts().get(Kind.LONG_HOLD));
  }
}
