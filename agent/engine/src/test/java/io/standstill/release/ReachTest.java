package io.standstill.release;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
  private final Object wanted = new Object();
  private final Reach reach = new Reach(wanted);

  private static Object[] others(int count) {
    Object[] others = new Object[count];
    Arrays.setAll(others, unused -> new Object());
    return others;
  }

  @Test
  void looksNearEachStartHoweverMuchOthersHaveLedTo() {
    for (int i = 0; i < 100; i++) {
      assertFalse(reach.leadsShortlyFrom(others(20)));
    }
    Object[] start = others(100);
    start[99] = wanted;
    assertTrue(reach.leadsShortlyFrom(start));
  }

  @Test
  void givesUpOnceAllStartsTogetherHaveLedToTooMuch() {
    for (int i = 0; i < 9; i++) {
      assertFalse(reach.leadsFrom(new Object[5_000][1]));
    }
    assertTrue(reach.leadsFrom(new Object[5_000][1]));
  }

  @Test
  void looksThroughLongArraysAndGivesUpOnLongerOnes() {
    Object[] table = new Object[32_768];
    assertFalse(reach.leadsFrom(table.clone()));
    table[32_000] = wanted;
    assertTrue(reach.leadsFrom(table));
    assertTrue(reach.leadsFrom(new Object[200_000]));
  }

  @Test
  void tellsWhatIsNearFromWhatIsFarAway() {
    Object[] far = {others(2_000), new Object[] {wanted}};

    assertFalse(reach.leadsShortlyFrom(far));
    assertTrue(reach.leadsFrom(far));
  }

  @Test
  void doesNotLookPastWhatIsClosed() {
    Object closed = new Object[] {wanted};
    Object[] start = {closed};

    assertTrue(reach.leadsFrom(start));
    assertFalse(new Reach(wanted).past(List.of(closed)).leadsFrom(start));
  }

  @Test
  void findsAnyOfSeveral() {
    Object other = new Object();
    Reach either = Reach.ofAny(List.of(wanted, other), List.of());

    assertTrue(either.leadsFrom(new Object[] {other}));
    assertTrue(either.leadsFrom(new Object[] {wanted}));
    assertFalse(either.leadsFrom(others(3)));
  }
}
