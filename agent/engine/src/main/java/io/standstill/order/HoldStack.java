package io.standstill.order;

import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a thread stood when it took what it held later on. A method that takes a lock and still
 * runs is on the later stack too, with the same callers: only its line has changed. Of a method
 * that has ended since nothing is known, nor of one that calls itself.
 */
final class HoldStack {
  private HoldStack() {}

  /**
   * The stack at a hold, innermost frame first; empty if unknown.
   *
   * @param site where it was taken
   * @param later the stack when the last lock was taken
   */
  static List<String> of(Site site, List<String> later) {
    String method = site.className() + "." + site.method() + "(";
    int at = -1;
    for (int i = 0; i < later.size(); i++) {
      if (later.get(i).startsWith(method)) {
        if (at >= 0) {
          return List.of();
        }
        at = i;
      }
    }
    if (at < 0) {
      return List.of();
    }
    List<String> stack = new ArrayList<>(List.of(site.toString()));
    stack.addAll(later.subList(at + 1, later.size()));
    return List.copyOf(stack);
  }
}
