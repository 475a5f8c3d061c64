package io.standstill.samples.virtualthreads;

import io.standstill.samples.BadLuck;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One oven, one pan. */
final class Kitchen {
  private final Lock oven = new ReentrantLock();
  private final Lock pan = new ReentrantLock();
  private final BadLuck dinnerTime;

  Kitchen(BadLuck dinnerTime) {
    this.dinnerTime = dinnerTime;
  }

  void ovenThenPan() {
    oven.lock();
    try {
      dinnerTime.strikes();
      pan.lock();
      pan.unlock();
    } finally {
      oven.unlock();
    }
  }

  void panThenOven() {
    pan.lock();
    try {
      dinnerTime.strikes();
      oven.lock();
      oven.unlock();
    } finally {
      pan.unlock();
    }
  }
}
