package io.standstill.weave;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/** What {@link SelfCheck} defines in a loader of its own, to see whether it comes out woven. */
public final class SelfCheckSubject implements BiConsumer<String, Runnable> {
  private final ReentrantLock lock = new ReentrantLock();

  /** For the loader of the self-check. */
  public SelfCheckSubject() {}

  @Override
  public void accept(String primitive, Runnable inside) {
    switch (primitive) {
      case SelfCheck.BLOCK -> {
        synchronized (this) {
          inside.run();
        }
      }
      case SelfCheck.METHOD -> synchronizedMethod(inside);
      default -> {
        lock.lock();
        try {
          inside.run();
        } finally {
          lock.unlock();
        }
      }
    }
  }

  private synchronized void synchronizedMethod(Runnable inside) {
    inside.run();
  }
}
