package io.standstill.detect.evidence;

/** A pool or a future as a node of the wait-for graph, compared by reference. */
public record Ref(Object object) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Ref that && object == that.object;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(object);
  }
}
