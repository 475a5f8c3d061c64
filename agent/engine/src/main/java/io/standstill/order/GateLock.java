package io.standstill.order;

/**
 * Two threads that hold a common lock, not both shared, cannot be there at once. A gate of the same
 * class counts when only classes are compared.
 */
final class GateLock implements CycleFilter {
  private final Level level;

  GateLock(Level level) {
    this.level = level;
  }

  @Override
  public boolean canBothBe(Edge one, Edge other) {
    for (Hold mine : one.by().held()) {
      for (Hold theirs : other.by().held()) {
        boolean same = level.isSame(mine.lock(), theirs.lock());
        if (same && !(mine.shared() && theirs.shared())) {
          return false;
        }
      }
    }
    return true;
  }
}
