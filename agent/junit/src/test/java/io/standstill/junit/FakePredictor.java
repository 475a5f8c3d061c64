package io.standstill.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Predicts what it is told to predict. */
final class FakePredictor implements LockOrderAgent {
  private final List<Finding> risks = new ArrayList<>();
  int known;
  int stale;
  int asked;

  /** A risk that shows this code. */
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

  int count() {
    return risks.size();
  }

  @Override
  public List<Finding> risks() {
    asked++;
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
