package io.standstill.recorder;

/** Failures inside hooks: counted here, told once by the engine, never thrown into woven code. */
public final class Failures {
  private static volatile int count;
  private static volatile Throwable first;

  private Failures() {}

  static void count(Throwable failure) {
    if (first == null) {
      first = failure;
    }
    count = count + 1; // Racy on purpose: a lost count is better than a lock.
  }

  /** How many hooks failed, about. */
  public static int count() {
    return count;
  }

  /** The first failure, or null. */
  public static Throwable first() {
    return first;
  }
}
