package io.standstill.junit;

import java.util.List;

/** What is asked of the agent. */
interface Agent {
  /** The situations that last now. */
  List<Finding> findings();

  /** The same as text, with what is off in the agent itself. */
  String report();

  /** Takes a look now, and returns the report. */
  String look();

  /** False while something stands still, and while the agent cannot see. */
  boolean healthy();

  /**
   * Whether it is unhealthy for no reason that it tells: it cannot see. Asked around, since a
   * finding may come or go meanwhile.
   */
  default boolean isBlind() {
    return !explainsItself() && !healthy() && !explainsItself();
  }

  private boolean explainsItself() {
    return findings().stream().anyMatch(Finding::isUnhealthy);
  }
}
