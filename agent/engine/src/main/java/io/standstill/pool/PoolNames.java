package io.standstill.pool;

import java.util.HashMap;
import java.util.Map;

/** Gives each pool a name of its own, and never one that says nothing. */
final class PoolNames {
  /** There is one, and nobody makes it. */
  private static final String COMMON = "ForkJoinPool.commonPool";

  private final Map<String, Integer> given = new HashMap<>();

  /**
   * Such as {@code work (Shop.java:31)}; the second of the same name is {@code work (Shop.java:31)
   * #2}.
   *
   * @param threads what its threads are called
   * @param place where it was made, or null if that is not known
   */
  String unique(String threads, String place) {
    String name = threads.equals(COMMON) ? threads : threads + " (" + where(place) + ")";
    int number = given.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + " #" + number;
  }

  private static String where(String place) {
    return place == null ? "made where no hook saw it" : place;
  }
}
