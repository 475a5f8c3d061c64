package io.standstill.order;

/** A thread does not wait for itself: what it takes in two orders, it takes one after the other. */
final class SameThread implements CycleFilter {

  @Override
  public boolean canBothBe(Edge one, Edge other) {
    return one.by().threadId() != other.by().threadId();
  }
}
