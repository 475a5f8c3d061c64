package io.standstill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindSpotsTest {
  private final List<String> told = new ArrayList<>();
  private long now;
  private final BlindSpots spots = new BlindSpots(() -> now, told::add);

  private void after(int seconds, String... seen) {
    now += Duration.ofSeconds(seconds).toNanos();
    spots.are(List.of(seen));
  }

  @Test
  void areToldOnceTheyHaveLasted() {
    after(1, "many threads");
    after(9, "many threads", "more still");
    assertEquals(List.of(), told);
    after(1, "many threads", "more still");
    assertEquals(List.of("many threads"), told);
  }

  @Test
  void areForgottenWhenTheyAreOver() {
    after(1, "many threads");
    after(9);
    after(1, "many threads");
    after(9, "many threads");
    assertEquals(List.of(), told);
  }
}
