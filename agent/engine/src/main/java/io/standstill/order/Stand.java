package io.standstill.order;

import java.util.List;

/**
 * Where a thread stood when it took a lock, innermost frame first.
 *
 * @param own its stack; empty if it was not kept
 * @param alike the stack of an earlier call that took the same locks in the same places, if its own
 *     was not kept; else empty
 */
record Stand(List<String> own, List<String> alike) {
  static final Stand UNKNOWN = new Stand(List.of(), List.of());

  static Stand seen(List<String> stack) {
    return new Stand(stack, List.of());
  }

  static Stand like(List<String> stack) {
    return new Stand(List.of(), stack);
  }
}
