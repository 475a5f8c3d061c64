package io.standstill.samples.philosophers;

import io.standstill.samples.BadLuck;

/** Takes one fork, then the other, and eats. */
final class Philosopher implements Runnable {
  private static final int MEALS = 100;

  private final Fork first;
  private final Fork second;
  private final BadLuck everybodyIsHungry;

  Philosopher(Fork first, Fork second, BadLuck everybodyIsHungry) {
    this.first = first;
    this.second = second;
    this.everybodyIsHungry = everybodyIsHungry;
  }

  @Override
  public void run() {
    for (int meal = 0; meal < MEALS; meal++) {
      eat();
    }
  }

  private void eat() {
    synchronized (first) {
      everybodyIsHungry.strikes();
      synchronized (second) {
        first.wipe();
        second.wipe();
      }
    }
  }
}
