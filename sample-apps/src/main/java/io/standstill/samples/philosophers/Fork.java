package io.standstill.samples.philosophers;

/** Lies between two philosophers; its monitor says who has it. */
final class Fork {
  private int meals;

  synchronized void wipe() {
    meals++;
  }
}
