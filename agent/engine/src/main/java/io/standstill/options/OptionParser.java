package io.standstill.options;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * Turns what the user wrote into {@link Options}, or says in one line what is wrong with it. The
 * agent argument wins over system properties, and these over the environment.
 */
public final class OptionParser {
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
    Map<Option<?>, Setting> settings = OptionSources.of(properties, environment);
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
    Map<Option<?>, Setting> settings = AgentArgument.parse(argument, directory);
    if (!isOn(settings)) {
      return "enabled=off";
    }
    understand(settings, directory);
    StringJoiner absolute = new StringJoiner(",");
    settings.forEach(
        (option, setting) -> absolute.add(withoutComma(option.absolute(setting, directory))));
    return absolute.toString();
  }

  private static String withoutComma(Setting setting) {
    if (setting.value().indexOf(',') >= 0) {
      throw setting.wrong(
          " has a comma in its path, which would end the value; use a directory without one");
    }
    return setting.said();
  }

  private static Options understand(Map<Option<?>, Setting> all, Path directory) {
    Setting enabled = all.get(Option.ENABLED);
    boolean on = isOn(all);
    Map<Option<?>, Setting> settings =
        on ? all : Map.of(Option.ENABLED, enabled); // A value that is not used does no harm.
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : Option.values()) {
      values.put(option, option.meaning(settings.get(option), directory));
    }
    Options options = new Options(on ? null : enabled.said(), values);
    Path log = options.get(Option.LOG);
    if (log != null && log.equals(options.get(Option.FINDINGS))) {
      throw new OptionException(
          "log and findings are both "
              + settings.get(Option.LOG).value()
              + "; text and JSON lines need a file each");
    }
    return options;
  }

  private static boolean isOn(Map<Option<?>, Setting> settings) {
    return Option.ENABLED.meaning(settings.get(Option.ENABLED), null);
  }
}
