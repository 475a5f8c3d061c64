package io.standstill.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One run of the tests, so that each step need not ask JUnit's stores for what all have in common.
 * Thread-safe.
 */
final class Run {
  private final ExtensionContext root;
  private final LockOrders lockOrders;
  private volatile boolean begun;

  Run(ExtensionContext root, LockOrders lockOrders) {
    this.root = root;
    this.lockOrders = lockOrders;
  }

  ExtensionContext root() {
    return root;
  }

  LockOrders lockOrders() {
    return lockOrders;
  }

  /** Does what has to be done before the first step; again if it threw, and perhaps in parallel. */
  void begin(Runnable firstOfAll) {
    if (!begun) {
      firstOfAll.run();
      begun = true;
    }
  }
}
