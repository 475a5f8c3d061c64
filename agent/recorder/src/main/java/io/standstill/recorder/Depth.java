package io.standstill.recorder;

import java.util.concurrent.atomic.AtomicInteger;

/** How many threads do something now, and how many did at most. */
final class Depth {
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();

  void enter() {
    int deep = now.incrementAndGet();
    int most = peak.get();
    while (deep > most && !peak.compareAndSet(most, deep)) {
      most = peak.get();
    }
  }

  void leave() {
    now.decrementAndGet();
  }

  int peak() {
    return peak.get();
  }
}
