package io.standstill.junit;

import java.util.List;

/** What is asked of the agent about deadlocks that have not happened yet. */
interface LockOrderAgent {
  /** Takes a look now, and returns all risks told so far; those of the baseline are none. */
  List<Finding> risks();

  /** How many entries of the baseline were seen. */
  int known();

  /** How many were not. */
  int stale();
}
