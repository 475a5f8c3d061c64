package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent that cannot see is no witness. */
class BlindTest {
  private final Bench bench = new Bench();
  private final FakeAgent agent = bench.agent;

  @BeforeEach
  void closeEyes() {
    agent.sees = false;
  }

  private static void assertSaysSo(AgentMissingError error) {
    assertTrue(error.getMessage().contains("it cannot see."), error.getMessage());
  }

  @Test
  void claimsNothing() {
    assertSaysSo(assertThrows(AgentMissingError.class, () -> Standstill.assertNoFindings(agent)));
    agent.sees = true;
    assertDoesNotThrow(() -> Standstill.assertNoFindings(agent));
  }

  @Test
  void tellsWhatItHasFound() {
    agent.finds("D1", Certainty.POSSIBLE);

    Error found = assertThrows(DeadlockFoundError.class, () -> Standstill.assertNoFindings(agent));
    assertEquals("D1 as text", found.getMessage());
  }

  @Test
  void failsTheRunThoughSomethingElseIsFound() {
    agent.finds("D1", Certainty.POSSIBLE);
    bench.watch.start();

    assertSaysSo(assertThrows(AgentMissingError.class, bench.watch::nobodys));
  }

  @Test
  void failsTheRunForWhatItHasFound() {
    agent.finds("D1", Certainty.CERTAIN);
    bench.watch.start();

    assertEquals(List.of("D1"), bench.watch.nobodys().keySet().stream().map(Finding::id).toList());
  }
}
