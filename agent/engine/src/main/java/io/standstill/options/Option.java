package io.standstill.options;

import java.util.Locale;

/**
 * Every option there is: the one registry that the parser, the error messages and the table in
 * {@code docs/options.md} share.
 */
public enum Option {
  /** Whether the agent does anything. */
  ENABLED(
      "enabled",
      "on|off",
      "on",
      "Whether the agent does anything. With `off` it says so in one line, and leaves the JVM as it"
          + " is."),

  /** Where findings go as JSON lines. */
  FINDINGS(
      "findings",
      "FILE",
      "no file",
      "Appends one JSON line per finding to this file, and one more when a finding is resolved."),

  /** Where the readable reports go. */
  LOG(
      "log",
      "stderr|FILE",
      "stderr",
      "Where the readable reports go: standard error, or this file, which is appended to."),

  /** The time between two looks. */
  INTERVAL(
      "interval",
      "500ms|2s|500",
      "500ms",
      "Time between two looks, 50ms to 60s; a bare number means milliseconds. A certain"
          + " deadlock is reported by the look that comes next."),

  /** How long a pool may stand before that is reported. */
  POOL_THRESHOLD(
      "pool-threshold",
      "10s|500ms|500",
      "10s",
      "How long all threads of a pool may be busy without ending a task, while others wait in its"
          + " queue, before that is reported as `pool-starvation`, 500ms to 86400s; a bare number"
          + " means milliseconds."),

  /** How long a thread may wait for a lock before that is reported. */
  LOCK_THRESHOLD(
      "lock-threshold",
      "5s|500ms|500",
      "5s",
      "How long a thread may wait for a lock before that is reported as `long-hold` or"
          + " `lock-starvation`, 500ms to 86400s; a bare number means milliseconds."),

  /** How long a start may take. */
  GRACE(
      "grace",
      "10s|500ms|500",
      "10s",
      "For how long after the start of the JVM long waits for locks are not reported, 0 to"
          + " 86400s; a bare number means milliseconds. After an attach there is no such time."),

  /** Whether deadlocks are predicted. */
  ORDER(
      "order",
      "on|off",
      "on",
      "Whether deadlocks that have not happened yet are predicted from the order in which locks are"
          + " taken, as `lock-order`."),

  /** How much is remembered for that. */
  ORDER_LIMIT(
      "order-limit",
      "NUMBER",
      "20000",
      "How many pairs of a lock that was held and one that was taken then are remembered for that,"
          + " of locks and of classes of locks together, 100 to 1000000; a pair counts again for"
          + " another thread or another gate. Pairs beyond are left out, and the JMX attribute"
          + " `Degraded` says so."),

  /** The predictions that are known. */
  BASELINE(
      "baseline",
      "FILE",
      "no file",
      "The `lock-order` risks that this file lists are known, and not reported."),

  /** Where new predictions are written down. */
  BASELINE_WRITE(
      "baseline-write",
      "FILE",
      "no file",
      "Appends a line to this file for each lock-order risk that is neither in it nor in the"
          + " baseline."),

  /** How long a wait may last before it is asked whether anybody can end it. */
  STALL_THRESHOLD(
      "stall-threshold",
      "10s|500ms|500",
      "10s",
      "How long a thread must have waited before that is reported as `stall` if nobody seems able"
          + " to end the wait, 500ms to 86400s; a bare number means milliseconds. It holds for"
          + " signals, latches, futures, permits, queues, objects of a pool that never came back, and"
          + " the end of a process."),

  /** Which classes are watched. */
  INCLUDE(
      "include",
      "PATTERN;PATTERN;…",
      "all classes",
      "Watches only classes whose name matches one of these patterns. In a pattern, `*` stands for"
          + " any characters, dots included. With any pattern, all that rests on history is"
          + " `possible` at most, in the whole JVM."),

  /** Which classes are left alone. */
  EXCLUDE(
      "exclude",
      "PATTERN;PATTERN;…",
      "no class",
      "Leaves classes alone whose name matches one of these patterns; wins over `include`. It"
          + " weakens findings as `include` does, so it is no way to silence one."),

  /** What to do about a certain deadlock. */
  ON_DEADLOCK(
      "on-deadlock",
      "report|halt[:STATUS]",
      "report",
      "What to do about a `certain` finding of the kinds `deadlock`, `pool-deadlock` and"
          + " `class-init-deadlock`: report it, or report it and end the JVM with this status, 1 to"
          + " 255 (70 if none is given), so that a job fails instead of hanging.");

  private final String key;
  private final String form;
  private final String defaultValue;
  private final String description;

  Option(String key, String form, String defaultValue, String description) {
    this.key = key;
    this.form = form;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** Its name in the agent argument, such as {@code on-deadlock}. */
  public String key() {
    return key;
  }

  /** Its name as a system property, such as {@code standstill.on-deadlock}. */
  public String property() {
    return OptionSources.PROPERTY_PREFIX + key;
  }

  /** Its name as an environment variable, such as {@code STANDSTILL_ON_DEADLOCK}. */
  public String variable() {
    return OptionSources.VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What its value looks like, such as {@code report|halt[:STATUS]}. */
  public String form() {
    return form;
  }

  /** What holds when it is not set. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it does, in one or two sentences. */
  public String description() {
    return description;
  }

  /** The option of this name, or null. */
  static Option of(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }
}
