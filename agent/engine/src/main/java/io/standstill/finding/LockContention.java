package io.standstill.finding;

import java.util.List;

/**
 * How much threads have waited for one lock, or for all locks of one field.
 *
 * @param lock the field or variable that it came from; else its class
 * @param className class of the lock
 * @param pairs by the places that waited and held, those with most waiting first
 */
public record LockContention(
    String lock, String className, ContentionFigures figures, List<Pair> pairs) {

  /**
   * A place that waited for the lock and one that held it.
   *
   * @param waitSite as a stack trace element reads, or null if no hook announced the wait
   * @param holdSite the same of the holder, or null if no journal knew
   */
  public record Pair(String waitSite, String holdSite, ContentionFigures figures) {}
}
