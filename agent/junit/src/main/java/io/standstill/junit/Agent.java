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
}
