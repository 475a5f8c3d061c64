package io.standstill.order;

/** One reason why a cycle of edges is no risk. Without state. */
interface CycleFilter {

  /** False if no deadlock can contain both edges. Symmetric. */
  boolean canBothBe(Edge one, Edge other);
}
