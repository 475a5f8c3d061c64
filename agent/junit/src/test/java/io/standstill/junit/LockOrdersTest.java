package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose risks they are, what becomes of them, and how the run is summed up. */
class LockOrdersTest {
  private final FakePredictor agent = new FakePredictor();
  private final List<String> told = new ArrayList<>();

  private final Risks risks = new Risks(() -> agent, agent::count);

  private LockOrders orders(LockOrders.Mode mode) {
    return new LockOrders(mode, risks, told::add);
  }

  @Test
  void warnsOfARiskOnceAndSumsUp() {
    LockOrders orders = orders(LockOrders.Mode.WARN);
    orders.testBegins();
    agent.predicts("O1", String.class);
    orders.testEnds(() -> "first", "[first]", LockOrdersTest.class);
    orders.testBegins();
    orders.testEnds(() -> "second", "[second]", LockOrdersTest.class);
    agent.known = 5;
    agent.stale = 1;
    orders.close();
    assertEquals(
        List.of(
            "standstill: first: O1 lock-order (likely): a, then b",
            "standstill: 1 new lock-order risk, 5 known, 1 stale"),
        told);
  }

  @Test
  void failsTheTestThatClosedTheCircle() {
    LockOrders orders = orders(LockOrders.Mode.FAIL);
    orders.testBegins();
    orders.testEnds(() -> "before", "[before]", LockOrdersTest.class);
    orders.testBegins();
    agent.predicts("O1", String.class);
    LockOrderError error =
        assertThrows(
            LockOrderError.class,
            () -> orders.testEnds(() -> "closing", "[closing]", LockOrdersTest.class));
    assertEquals("O1 as text", error.getMessage());
    orders.testBegins();
    orders.testEnds(() -> "after", "[after]", LockOrdersTest.class);
    orders.close();
  }

  @Test
  void asksTheStacksWhenTestsRunInParallel() {
    LockOrders orders = orders(LockOrders.Mode.FAIL);
    orders.testBegins();
    orders.testBegins();
    orders.testBegins();
    agent.predicts("O1", LockOrdersTest.class);
    agent.predicts("O2", List.class);
    orders.testEnds(() -> "other", "[other]", String.class);
    assertThrows(
        LockOrderError.class, () -> orders.testEnds(() -> "own", "[own]", LockOrdersTest.class));
    orders.testEnds(() -> "last", "[last]", Integer.class);
    LockOrderError error = assertThrows(LockOrderError.class, orders::close);
    assertEquals("O2 as text", error.getMessage());
    assertTrue(told.contains("standstill: 2 new lock-order risks, 0 known, 0 stale"));
  }

  @Test
  void asksNobodyIfItIsOff() {
    Risks unasked =
        new Risks(
            () -> {
              throw new AssertionError("asked");
            },
            () -> 1);
    LockOrders orders = new LockOrders(LockOrders.Mode.OFF, unasked, told::add);
    orders.testBegins();
    orders.testEnds(() -> "any", "[any]", LockOrdersTest.class);
    orders.close();
    assertEquals(List.of(), told);
  }

  @Test
  void asksTheAgentOnlyIfThereIsNews() {
    LockOrders orders = orders(LockOrders.Mode.WARN);
    orders.testBegins();
    orders.testEnds(() -> "quiet", "[quiet]", LockOrdersTest.class);
    assertEquals(0, agent.asked);
    orders.testBegins();
    agent.predicts("O1", String.class);
    orders.testEnds(() -> "nesting", "[nesting]", LockOrdersTest.class);
    assertEquals(1, agent.asked);
    assertEquals(List.of("standstill: nesting: O1 lock-order (likely): a, then b"), told);
  }

  @Test
  void looksOnceMoreAtTheEndOfTheRun() {
    Risks withoutNews = new Risks(() -> agent, () -> 0);
    LockOrders orders = new LockOrders(LockOrders.Mode.FAIL, withoutNews, told::add);
    orders.testBegins();
    orders.testEnds(() -> "any", "[any]", LockOrdersTest.class);
    agent.predicts("O1", String.class);
    assertThrows(LockOrderError.class, orders::close);
  }

  @Test
  void blamesNoTestOfALaterRunForWhatIsKnown() {
    LockOrders first = orders(LockOrders.Mode.FAIL);
    first.testBegins();
    agent.predicts("O1", String.class);
    assertThrows(
        LockOrderError.class, () -> first.testEnds(() -> "guilty", "[guilty]", String.class));
    first.close();
    told.clear();

    LockOrders second = orders(LockOrders.Mode.FAIL);
    second.testBegins();
    second.testEnds(() -> "innocent", "[innocent]", LockOrdersTest.class);
    second.close();
    assertEquals(List.of(), told);
  }

  @Test
  void failsATestAgainThatIsTriedOnceMore() {
    LockOrders first = orders(LockOrders.Mode.FAIL);
    first.testBegins();
    agent.predicts("O1", String.class);
    assertThrows(
        LockOrderError.class, () -> first.testEnds(() -> "guilty", "[guilty]", String.class));
    first.close();

    LockOrders again = orders(LockOrders.Mode.FAIL);
    again.testBegins();
    LockOrderError error =
        assertThrows(
            LockOrderError.class, () -> again.testEnds(() -> "guilty", "[guilty]", String.class));
    assertEquals("O1 as text", error.getMessage());
  }

  @Test
  void sumsUpALaterRunOnlyIfTheSumHasChanged() {
    agent.stale = 2;
    for (int known : new int[] {0, 0, 1}) {
      LockOrders run = orders(LockOrders.Mode.WARN);
      run.testBegins();
      run.testEnds(() -> "any", "[any]", LockOrdersTest.class);
      agent.known = known;
      run.close();
    }
    assertEquals(
        List.of(
            "standstill: 0 new lock-order risks, 0 known, 2 stale",
            "standstill: 0 new lock-order risks, 1 known, 2 stale"),
        told);
  }

  @Test
  void isSilentWithoutRisksAndBaseline() {
    LockOrders orders = orders(LockOrders.Mode.FAIL);
    orders.testBegins();
    orders.testEnds(() -> "any", "[any]", LockOrdersTest.class);
    orders.close();
    assertEquals(List.of(), told);
  }

  @Test
  void refusesAModeThatItDoesNotKnow() {
    assertEquals(LockOrders.Mode.FAIL, LockOrders.Mode.of(" fail"));
    assertEquals(
        "io.standstill.junit.lock-order=loud is none of off, warn, fail",
        assertThrows(IllegalArgumentException.class, () -> LockOrders.Mode.of("loud"))
            .getMessage());
  }
}
