package io.standstill.graph;

/** How many of the nodes that a node waits for must come free before it can go on. */
public enum Need {
  /** Every one: a write lock needs all readers to leave. */
  ALL,
  /** Any one: a permit may come from any holder. With nobody to wait for, it never comes. */
  ANY
}
