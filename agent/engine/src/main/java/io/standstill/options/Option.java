package io.standstill.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every option there is, each a constant that says all of it: the one registry that the parser, the
 * error messages, the usage and the table in {@code docs/options.md} share.
 *
 * @param <T> what its value is
 */
public final class Option<T> {
  private static final List<Option<?>> ALL = new ArrayList<>();

  /** How long something may stand or wait before that is reported. */
  static final TimeType THRESHOLD = new TimeType(Duration.ofMillis(500), Duration.ofHours(24));

  private static final FileType FILE = new FileType(null);

  /** Whether the agent does anything. */
  public static final Option<Boolean> ENABLED =
      option(
          "enabled",
          "on|off",
          SwitchType.LENIENT,
          true,
          "Whether the agent does anything. With `off` it says so in one line, and leaves the JVM"
              + " as it is.");

  /** Where findings go as JSON lines; null for nowhere. */
  public static final Option<Path> FINDINGS =
      option(
          "findings",
          "FILE",
          FILE,
          null,
          "Appends one JSON line per finding to this file, and one more when a finding is"
              + " resolved.");

  /** Where the readable reports go; null for standard error. */
  public static final Option<Path> LOG =
      option(
          "log",
          "stderr|FILE",
          new FileType("stderr"),
          null,
          "Where the readable reports go: standard error, or this file, which is appended to.");

  /** The time between two looks: two of them fit into a second. */
  public static final Option<Duration> INTERVAL =
      option(
          "interval",
          "500ms|2s|500",
          new TimeType(Duration.ofMillis(50), Duration.ofSeconds(60)),
          Duration.ofMillis(500),
          "Time between two looks, {limits}. A certain deadlock is reported by the look that comes"
              + " next.");

  /** How long a pool may stand before that is reported. */
  public static final Option<Duration> POOL_THRESHOLD =
      option(
          "pool-threshold",
          "10s|500ms|500",
          THRESHOLD,
          Duration.ofSeconds(10),
          "How long all threads of a pool may be busy without ending a task, while others wait in"
              + " its queue, before that is reported as `pool-starvation`, {limits}.");

  /** How long a thread may wait for a lock before that is reported. */
  public static final Option<Duration> LOCK_THRESHOLD =
      option(
          "lock-threshold",
          "5s|500ms|500",
          THRESHOLD,
          Duration.ofSeconds(5),
          "How long a thread may wait for a lock before that is reported as `long-hold` or"
              + " `lock-starvation`, {limits}.");

  /** How long a start may take. */
  public static final Option<Duration> GRACE =
      option(
          "grace",
          "10s|500ms|500",
          new TimeType(Duration.ZERO, Duration.ofHours(24)),
          Duration.ofSeconds(10),
          "For how long after the start of the JVM long waits for locks are not reported, {limits}."
              + " After an attach there is no such time.");

  /** Whether deadlocks are predicted. */
  public static final Option<Boolean> ORDER =
      option(
          "order",
          "on|off",
          SwitchType.STRICT,
          true,
          "Whether deadlocks that have not happened yet are predicted from the order in which locks"
              + " are taken, as `lock-order`.");

  /** How much is remembered for that: edges of the graphs of the lock order. */
  public static final Option<Integer> ORDER_LIMIT =
      option(
          "order-limit",
          "NUMBER",
          new NumberType(100, 1_000_000),
          20_000,
          "How many pairs of a lock that was held and one that was taken then are remembered for"
              + " that, of locks and of classes of locks together, {limits}; a pair counts again"
              + " for another thread or another gate. Pairs beyond are left out, and the JMX"
              + " attribute `Degraded` says so.");

  /** The predictions that are known; null if none is. */
  public static final Option<Path> BASELINE =
      option(
          "baseline",
          "FILE",
          FILE,
          null,
          "The `lock-order` risks that this file lists are known, and not reported.");

  /** Where new predictions are written down; null for nowhere. */
  public static final Option<Path> BASELINE_WRITE =
      option(
          "baseline-write",
          "FILE",
          FILE,
          null,
          "Appends a line to this file for each lock-order risk that is neither in it nor in the"
              + " baseline.");

  /** How long a wait may last before it is asked whether anybody can end it. */
  public static final Option<Duration> STALL_THRESHOLD =
      option(
          "stall-threshold",
          "10s|500ms|500",
          THRESHOLD,
          Duration.ofSeconds(10),
          "How long a thread must have waited before that is reported as `stall` if nobody seems"
              + " able to end the wait, {limits}. It holds for signals, latches, futures, permits,"
              + " queues, objects of a pool that never came back, and the end of a process.");

  /** Which classes are watched; no pattern means all. */
  public static final Option<List<String>> INCLUDE =
      option(
          "include",
          "PATTERN;PATTERN;…",
          new PatternsType("all classes"),
          List.of(),
          "Watches only classes whose name matches one of these patterns. In a pattern, `*` stands"
              + " for any characters, dots included. With any pattern, all that rests on history is"
              + " `possible` at most, in the whole JVM.");

  /** Which classes are left alone. */
  public static final Option<List<String>> EXCLUDE =
      option(
          "exclude",
          "PATTERN;PATTERN;…",
          new PatternsType("no class"),
          List.of(),
          "Leaves classes alone whose name matches one of these patterns; wins over `include`. It"
              + " weakens findings as `include` does, so it is no way to silence one.");

  /** What to do about a certain deadlock. */
  public static final Option<OnDeadlock> ON_DEADLOCK =
      option(
          "on-deadlock",
          "report|halt[:STATUS]",
          new OnDeadlockType(),
          new OnDeadlock.Report(),
          "What to do about a `certain` finding of the kinds `deadlock`, `pool-deadlock` and"
              + " `class-init-deadlock`: report it, or report it and end the JVM with this status,"
              + " {limits}, so that a job fails instead of hanging.");

  private final String key;
  private final String form;
  private final OptionType<T> type;
  private final T defaultValue;
  private final String description;

  private Option(String key, String form, OptionType<T> type, T defaultValue, String description) {
    this.key = key;
    this.form = form;
    this.type = type;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  private static <T> Option<T> option(
      String key, String form, OptionType<T> type, T defaultValue, String description) {
    Option<T> option = new Option<>(key, form, type, defaultValue, description);
    ALL.add(option);
    return option;
  }

  /** All options, in the order in which they are shown. */
  public static List<Option<?>> values() {
    return Collections.unmodifiableList(ALL);
  }

  /** The option of this name, or null. */
  static Option<?> of(String key) {
    for (Option<?> option : ALL) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  /** Its name in the agent argument, such as {@code on-deadlock}. */
  public String key() {
    return key;
  }

  /** What its value looks like, such as {@code report|halt[:STATUS]}. */
  public String form() {
    return form;
  }

  /** What holds when it is not set, in words. */
  public String defaultWords() {
    return type.write(defaultValue);
  }

  /** What it does, in one or two sentences. */
  public String description() {
    return description.replace("{limits}", type.limits());
  }

  /**
   * What it means.
   *
   * @param setting what the user set, or null
   * @param directory what relative file names start from
   * @throws OptionException if that is wrong
   */
  T meaning(Setting setting, Path directory) {
    return setting == null ? defaultValue : type.read(setting, directory);
  }

  /** The same setting for whatever directory. */
  Setting absolute(Setting setting, Path directory) {
    return new Setting(key, type.write(meaning(setting, directory)), "");
  }
}
