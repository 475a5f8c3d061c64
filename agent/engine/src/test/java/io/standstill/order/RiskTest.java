package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskTest {
  private final Risk risk = new Risk(null);
  private final List<Cycle> added = new ArrayList<>();

  private boolean add() {
    Cycle cycle = new Cycle(Level.values()[0], List.of());
    added.add(cycle);
    return risk.add(cycle);
  }

  @Test
  void keepsTheNewestCycles() {
    for (int i = 0; i < 32; i++) {
      assertTrue(add());
    }
    assertFalse(add());
    assertEquals(32, risk.cycles.size());
    for (int i = 0; i < 32; i++) {
      assertTrue(risk.cycles.get(i) == added.get(i + 1), "cycle " + i);
    }
  }
}
