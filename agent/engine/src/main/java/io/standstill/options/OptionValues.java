package io.standstill.options;

import io.standstill.options.Options.OnDeadlock;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the text of each option's value. */
final class OptionValues {
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  static final Duration SHORTEST_STAND = Duration.ofMillis(500);
  static final Duration LONGEST_STAND = Duration.ofHours(24);
  private static final int FEWEST_PAIRS = 100;
  private static final int MOST_PAIRS = 1_000_000;
  private static final Set<String> YES = Set.of("on", "true", "yes", "1");
  private static final Set<String> NO = Set.of("off", "false", "no", "0");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})\\s*(ms|s|)");
  private static final Pattern HALT = Pattern.compile("halt:([0-9]{1,9})");
  private static final Pattern CLASS_PATTERN = Pattern.compile("[\\p{L}\\p{N}\\p{Sc}_.*-]+");

  private OptionValues() {}

  /** A file, relative names resolved against a directory. */
  static Path path(String key, String value, Path directory) {
    if (value.isEmpty()) {
      throw new OptionException(key + "= needs the name of a file");
    }
    try {
      return directory.resolve(value).normalize();
    } catch (InvalidPathException impossible) {
      throw new OptionException(
          key + "=" + value + " cannot be a file name: " + impossible.getReason());
    }
  }

  /** A time between two looks. */
  static Duration interval(Setting setting) {
    return time("interval", setting, SHORTEST, LONGEST, "60s");
  }

  /** How long a pool may stand. */
  static Duration poolThreshold(Setting setting) {
    return time("pool-threshold", setting, SHORTEST_STAND, LONGEST_STAND, "86400s");
  }

  /** How long a thread may wait for a signal. */
  static Duration stallThreshold(Setting setting) {
    return time("stall-threshold", setting, SHORTEST_STAND, LONGEST_STAND, "86400s");
  }

  /** How long a thread may wait for a lock. */
  static Duration lockThreshold(Setting setting) {
    return time("lock-threshold", setting, SHORTEST_STAND, LONGEST_STAND, "86400s");
  }

  /** How long a start may take. */
  static Duration grace(Setting setting) {
    return time("grace", setting, Duration.ZERO, LONGEST_STAND, "86400s");
  }

  private static Duration time(
      String key, Setting setting, Duration shortest, Duration longest, String longestText) {
    String said = key + "=" + setting.value() + setting.source();
    Matcher time = TIME.matcher(setting.value());
    if (!time.matches()) {
      throw new OptionException(said + " is no time; write 500ms, 2s, or 500 for milliseconds");
    }
    long number = Long.parseLong(time.group(1));
    Duration duration =
        time.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    if (duration.compareTo(shortest) < 0) {
      throw new OptionException(
          said + " is too short; the shortest is " + shortest.toMillis() + "ms");
    }
    if (duration.compareTo(longest) > 0) {
      throw new OptionException(said + " is too long; the longest is " + longestText);
    }
    return duration;
  }

  /** Yes or no, in the words of other tools, too: who turns it off must not get it wrong. */
  static boolean enabled(Setting setting) {
    String value = setting.value().toLowerCase(Locale.ROOT);
    return YES.contains(value) || !NO.contains(value) && onOff("enabled", setting);
  }

  /** Yes or no. */
  static boolean onOff(String key, Setting setting) {
    if (setting.value().equals("on") || setting.value().equals("off")) {
      return setting.value().equals("on");
    }
    throw new OptionException(
        key + "=" + setting.value() + setting.source() + " is neither \"on\" nor \"off\"");
  }

  /** How many pairs of locks are remembered. */
  static int orderLimit(Setting setting) {
    int limit = setting.value().matches("[0-9]{1,9}") ? Integer.parseInt(setting.value()) : -1;
    if (limit < FEWEST_PAIRS || limit > MOST_PAIRS) {
      throw new OptionException(
          "order-limit="
              + setting.value()
              + setting.source()
              + " is no number from "
              + FEWEST_PAIRS
              + " to "
              + MOST_PAIRS);
    }
    return limit;
  }

  /** Class name patterns, separated by semicolons or vertical bars. */
  static List<String> patterns(Option option, Setting setting) {
    String said = option.key() + "=" + setting.value() + setting.source();
    List<String> patterns = new ArrayList<>();
    for (String piece : setting.value().split("[;|]")) {
      String pattern = piece.strip();
      if (pattern.indexOf('/') >= 0) {
        throw new OptionException(
            said + ": class names have dots; did you mean " + pattern.replace('/', '.') + "?");
      }
      if (!pattern.isEmpty()) {
        if (!CLASS_PATTERN.matcher(pattern).matches()) {
          throw new OptionException(
              said + ": \"" + pattern + "\" is no class name pattern such as com.acme.*");
        }
        patterns.add(pattern);
      }
    }
    if (patterns.isEmpty()) {
      throw new OptionException(said + " names no class; write a pattern such as com.acme.*");
    }
    return List.copyOf(patterns);
  }

  /** What to do about a deadlock. */
  static OnDeadlock onDeadlock(Setting setting) {
    String value = setting.value();
    if (value.equals("report")) {
      return new OnDeadlock.Report();
    }
    if (value.equals("halt")) {
      return new OnDeadlock.Halt(OptionParser.DEFAULT_HALT_STATUS);
    }
    String said = "on-deadlock=" + value + setting.source();
    Matcher halt = HALT.matcher(value);
    if (!halt.matches()) {
      throw new OptionException(said + " is neither \"report\" nor \"halt[:status]\"");
    }
    int status = Integer.parseInt(halt.group(1));
    if (status < 1 || status > 255) {
      throw new OptionException(said + ": the status must be 1 to 255");
    }
    return new OnDeadlock.Halt(status);
  }
}
