package io.standstill.order;

import io.standstill.recorder.Order;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Which chains deserve more observations than they got: those whose lock classes form a cycle, and
 * those of cycles that were no risk as they were seen. Asks for them again and again, less and less
 * often.
 */
final class Curiosity {
  private static final int MOST_CHAINS = 256;
  private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(64);

  private final Set<Integer> chains = new LinkedHashSet<>();
  private long pause = SHORTEST_NANOS;
  private long last = System.nanoTime();

  void about(int chain) {
    if (chains.size() < MOST_CHAINS && chains.add(chain)) {
      pause = SHORTEST_NANOS;
    }
  }

  void askIfDue() {
    long now = System.nanoTime();
    if (!chains.isEmpty() && now - last >= pause) {
      last = now;
      pause = Math.min(pause * 2, LONGEST_NANOS);
      chains.forEach(Order::watch);
      Order.askAgain();
    }
  }
}
