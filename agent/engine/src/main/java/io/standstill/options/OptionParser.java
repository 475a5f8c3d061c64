package io.standstill.options;

import io.standstill.options.Options.LockOrder;
import io.standstill.options.Options.OnDeadlock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * Turns what the user wrote into {@link Options}, or says in one line what is wrong with it. The
 * agent argument wins over system properties, and these over the environment.
 */
public final class OptionParser {
  /** The time between two looks when none is set: two looks fit into a second. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMillis(500);

  /** How long a pool may stand when nothing is set. */
  public static final Duration DEFAULT_POOL_THRESHOLD = Duration.ofSeconds(10);

  /** How long a thread may wait for a lock when nothing is set. */
  public static final Duration DEFAULT_LOCK_THRESHOLD = Duration.ofSeconds(5);

  /** How long a start may take when nothing is set. */
  public static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  /** How many edges the graphs of the lock order keep when nothing is set. */
  public static final int DEFAULT_ORDER_LIMIT = 20_000;

  /** How long a wait must have lasted to be a stall when nothing is set. */
  public static final Duration DEFAULT_STALL_THRESHOLD = Duration.ofSeconds(10);

  /** The exit status of {@code on-deadlock=halt}: an internal software error, says sysexits. */
  public static final int DEFAULT_HALT_STATUS = 70;

  private OptionParser() {}

  /**
   * The options of this JVM.
   *
   * @param argument the agent argument, or null
   * @throws OptionException if anything is set wrongly, in any source
   */
  public static Options parse(String argument) {
    return parse(argument, System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
  }

  /**
   * The options that these sources give.
   *
   * @param directory what relative file names start from
   * @throws OptionException if anything is set wrongly, in any source
   */
  public static Options parse(
      String argument, Properties properties, Map<String, String> environment, Path directory) {
    Map<Option, Setting> settings = OptionSources.of(properties, environment);
    try {
      settings.putAll(AgentArgument.parse(argument, directory));
    } catch (OptionException wrong) {
      if (isOn(settings)) {
        throw wrong;
      }
    }
    return understand(settings, directory);
  }

  /**
   * The same argument, understood and with nothing in it that depends on a directory: option files
   * are written out, file names are absolute. What the command line sends to another process.
   *
   * @throws OptionException if the argument is wrong
   */
  public static String absolute(String argument, Path directory) {
    Map<Option, Setting> settings = AgentArgument.parse(argument, directory);
    Options options = understand(settings, directory);
    if (options.turnedOff() != null) {
      return "enabled=off";
    }
    StringJoiner absolute = new StringJoiner(",");
    settings.forEach(
        (option, setting) -> {
          String value =
              switch (option) {
                case FINDINGS -> options.findings().toString();
                case LOG -> options.log() == null ? setting.value() : options.log().toString();
                case BASELINE -> options.order().baseline().toString();
                case BASELINE_WRITE -> options.order().baselineWrite().toString();
                case ENABLED,
                    INTERVAL,
                    POOL_THRESHOLD,
                    LOCK_THRESHOLD,
                    GRACE,
                    STALL_THRESHOLD,
                    ORDER,
                    ORDER_LIMIT,
                    INCLUDE,
                    EXCLUDE,
                    ON_DEADLOCK ->
                    setting.value();
              };
          if (value.indexOf(',') >= 0) {
            throw new OptionException(
                option.key()
                    + "="
                    + value
                    + " has a comma in its path, which would end the value;"
                    + " use a directory without one");
          }
          absolute.add(option.key() + "=" + value);
        });
    return absolute.toString();
  }

  private static Options understand(Map<Option, Setting> all, Path directory) {
    boolean on = isOn(all);
    Map<Option, Setting> settings = on ? all : Map.of(); // A value that is not used does no harm.
    Setting findings = settings.get(Option.FINDINGS);
    Setting log = settings.get(Option.LOG);
    Setting interval = settings.get(Option.INTERVAL);
    Setting poolThreshold = settings.get(Option.POOL_THRESHOLD);
    Setting lockThreshold = settings.get(Option.LOCK_THRESHOLD);
    Setting grace = settings.get(Option.GRACE);
    Setting stallThreshold = settings.get(Option.STALL_THRESHOLD);
    Setting onDeadlock = settings.get(Option.ON_DEADLOCK);
    Options options =
        new Options(
            on ? null : turnedOff(all.get(Option.ENABLED)),
            findings == null ? null : OptionValues.path("findings", findings.value(), directory),
            log == null || log.value().equals("stderr")
                ? null
                : OptionValues.path("log", log.value(), directory),
            interval == null ? DEFAULT_INTERVAL : OptionValues.interval(interval),
            poolThreshold == null
                ? DEFAULT_POOL_THRESHOLD
                : OptionValues.poolThreshold(poolThreshold),
            lockThreshold == null
                ? DEFAULT_LOCK_THRESHOLD
                : OptionValues.lockThreshold(lockThreshold),
            grace == null ? DEFAULT_GRACE : OptionValues.grace(grace),
            stallThreshold == null
                ? DEFAULT_STALL_THRESHOLD
                : OptionValues.stallThreshold(stallThreshold),
            order(settings, directory),
            patterns(Option.INCLUDE, settings),
            patterns(Option.EXCLUDE, settings),
            onDeadlock == null ? new OnDeadlock.Report() : OptionValues.onDeadlock(onDeadlock));
    if (options.log() != null && options.log().equals(options.findings())) {
      throw new OptionException(
          "log and findings are both " + log.value() + "; text and JSON lines need a file each");
    }
    return options;
  }

  private static boolean isOn(Map<Option, Setting> settings) {
    Setting enabled = settings.get(Option.ENABLED);
    return enabled == null || OptionValues.enabled(enabled);
  }

  private static String turnedOff(Setting enabled) {
    return Option.ENABLED.key() + "=" + enabled.value() + enabled.source();
  }

  private static LockOrder order(Map<Option, Setting> settings, Path directory) {
    Setting on = settings.get(Option.ORDER);
    Setting limit = settings.get(Option.ORDER_LIMIT);
    Setting baseline = settings.get(Option.BASELINE);
    Setting write = settings.get(Option.BASELINE_WRITE);
    return new LockOrder(
        on == null || OptionValues.onOff("order", on),
        limit == null ? DEFAULT_ORDER_LIMIT : OptionValues.orderLimit(limit),
        baseline == null ? null : OptionValues.path("baseline", baseline.value(), directory),
        write == null ? null : OptionValues.path("baseline-write", write.value(), directory));
  }

  private static List<String> patterns(Option option, Map<Option, Setting> settings) {
    Setting setting = settings.get(option);
    return setting == null ? List.of() : OptionValues.patterns(option, setting);
  }
}
