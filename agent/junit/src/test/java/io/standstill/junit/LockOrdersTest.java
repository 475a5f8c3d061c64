package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose risks they are, what becomes of them, and how the run is summed up. */
class LockOrdersTest {
  private final FakePredictor agent = new FakePredictor();
  private final List<String> told = new ArrayList<>();

  /** Predicts what it is told to predict. */
  private static final class FakePredictor implements LockOrderAgent {
    private final List<Finding> risks = new ArrayList<>();
    private int known;
    private int stale;

    void predicts(String id, Class<?> code) {
      StackTraceElement frame = new StackTraceElement(code.getName(), "any", "Any.java", 1);
      StuckThread thread = new StuckThread(1, "main", null, List.of(frame));
      risks.add(
          new Finding(
              id,
              "lock-order",
              Certainty.LIKELY,
              "a, then b",
              id + " as text",
              Instant.now(),
              false,
              List.of(thread)));
    }

    @Override
    public List<Finding> risks() {
      return List.copyOf(risks);
    }

    @Override
    public int known() {
      return known;
    }

    @Override
    public int stale() {
      return stale;
    }
  }

  private LockOrders orders(LockOrders.Mode mode) {
    return new LockOrders(mode, () -> agent, agent.risks::size, told::add);
  }

  @Test
  void warnsOfARiskOnceAndSumsUp() {
    LockOrders orders = orders(LockOrders.Mode.WARN);
    orders.testBegins();
    agent.predicts("O1", String.class);
    orders.testEnds(() -> "first", LockOrdersTest.class);
    orders.testBegins();
    orders.testEnds(() -> "second", LockOrdersTest.class);
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
    orders.testEnds(() -> "before", LockOrdersTest.class);
    orders.testBegins();
    agent.predicts("O1", String.class);
    LockOrderError error =
        assertThrows(
            LockOrderError.class, () -> orders.testEnds(() -> "closing", LockOrdersTest.class));
    assertEquals("O1 as text", error.getMessage());
    orders.testBegins();
    orders.testEnds(() -> "after", LockOrdersTest.class);
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
    orders.testEnds(() -> "other", String.class);
    assertThrows(LockOrderError.class, () -> orders.testEnds(() -> "own", LockOrdersTest.class));
    orders.testEnds(() -> "last", Integer.class);
    LockOrderError error = assertThrows(LockOrderError.class, orders::close);
    assertEquals("O2 as text", error.getMessage());
    assertTrue(told.contains("standstill: 2 new lock-order risks, 0 known, 0 stale"));
  }

  @Test
  void asksNobodyIfItIsOff() {
    LockOrders orders =
        new LockOrders(
            LockOrders.Mode.OFF,
            () -> {
              throw new AssertionError("asked");
            },
            () -> 1,
            told::add);
    orders.testBegins();
    orders.testEnds(() -> "any", LockOrdersTest.class);
    orders.close();
    assertEquals(List.of(), told);
  }

  @Test
  void asksTheAgentOnlyIfThereIsNews() {
    int[] news = {0};
    int[] asked = {0};
    LockOrders orders =
        new LockOrders(
            LockOrders.Mode.WARN,
            () -> {
              asked[0]++;
              return agent;
            },
            () -> news[0],
            told::add);
    orders.testBegins();
    orders.testEnds(() -> "quiet", LockOrdersTest.class);
    assertEquals(0, asked[0]);
    orders.testBegins();
    news[0] = 3;
    agent.predicts("O1", String.class);
    orders.testEnds(() -> "nesting", LockOrdersTest.class);
    assertEquals(1, asked[0]);
    assertEquals(List.of("standstill: nesting: O1 lock-order (likely): a, then b"), told);
  }

  @Test
  void looksOnceMoreAtTheEndOfTheRun() {
    LockOrders orders = new LockOrders(LockOrders.Mode.FAIL, () -> agent, () -> 0, told::add);
    orders.testBegins();
    orders.testEnds(() -> "any", LockOrdersTest.class);
    agent.predicts("O1", String.class);
    assertThrows(LockOrderError.class, orders::close);
  }

  @Test
  void isSilentWithoutRisksAndBaseline() {
    LockOrders orders = orders(LockOrders.Mode.FAIL);
    orders.testBegins();
    orders.testEnds(() -> "any", LockOrdersTest.class);
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
