package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "4249, 4.2 s",
    "59999, 59.9 s",
    "192000, 3 min 12 s",
    "7500000, 2 h 5 min",
    "180000000, 2 d 2 h"
  })
  void writesTimesShortly(long millis, String text) {
    assertEquals(text, Durations.text(millis));
  }
}
