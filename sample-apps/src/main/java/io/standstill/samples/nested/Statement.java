package io.standstill.samples.nested;

import io.standstill.samples.BadLuck;

/** What is told to the public. */
final class Statement {
  private long total;

  synchronized void add(long shares) {
    total += shares;
  }

  synchronized void addVolumeOf(OrderBook book, BadLuck closingTime) {
    closingTime.strikes();
    total += book.volume();
  }
}
