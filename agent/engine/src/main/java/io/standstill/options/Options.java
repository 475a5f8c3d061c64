package io.standstill.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The options of one run.
 *
 * @param turnedOff the setting by which the agent is to do nothing, and its source; or null
 * @param findings file that gets a JSON line per finding, or null
 * @param log file that gets the readable reports, or null for standard error
 * @param interval time between two looks
 * @param poolThreshold how long a pool may be busy without ending a task while others wait
 * @param lockThreshold how long a thread may wait for a lock
 * @param grace for how long after the start nothing is told of long waits for locks
 * @param stallThreshold how long a thread must have waited for a signal to be told
 * @param order whether and how deadlocks are predicted
 * @param include class name patterns to weave; empty means all
 * @param exclude class name patterns to leave alone; wins over {@code include}
 * @param onDeadlock what to do about a certain deadlock
 */
public record Options(
    String turnedOff,
    Path findings,
    Path log,
    Duration interval,
    Duration poolThreshold,
    Duration lockThreshold,
    Duration grace,
    Duration stallThreshold,
    LockOrder order,
    List<String> include,
    List<String> exclude,
    OnDeadlock onDeadlock) {

  /**
   * Whether and how deadlocks are predicted.
   *
   * @param on whether they are
   * @param limit how many pairs of locks are remembered
   * @param baseline file that lists what is known, or null
   * @param baselineWrite file that gets what is not, or null
   */
  public record LockOrder(boolean on, int limit, Path baseline, Path baselineWrite) {}

  /** What to do about a certain deadlock that does not end by itself. */
  public sealed interface OnDeadlock {
    /** Report it, and let the application stand. */
    record Report() implements OnDeadlock {}

    /** Report it, flush all outputs, and end the JVM with this status. */
    record Halt(int status) implements OnDeadlock {}
  }
}
