package io.standstill.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Where options may be set: the agent argument, system properties {@code standstill.*}, environment
 * variables {@code STANDSTILL_*}. The first that sets an option wins. A name that is no option is
 * an error in each, because an option that silently does nothing is the worst of all.
 */
final class OptionSources {
  static final String PROPERTY_PREFIX = "standstill.";
  static final String VARIABLE_PREFIX = "STANDSTILL_";

  /**
   * What builds and scripts call their own knowledge of this agent. Maven hands such a property on
   * to the JVM of the tests. None of these could be the wish that the agent do something.
   */
  private static final Set<String> NAMES_OF_BUILDS = Set.of("version", "jar", "home");

  private OptionSources() {}

  /** What system properties and the environment say. */
  static Map<Option<?>, Setting> of(Properties properties, Map<String, String> environment) {
    Map<Option<?>, Setting> all = new HashMap<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      addVariable(variable.getKey(), variable.getValue(), all);
    }
    for (String name : properties.stringPropertyNames()) {
      String rest =
          name.startsWith(PROPERTY_PREFIX) ? name.substring(PROPERTY_PREFIX.length()) : null;
      if (rest != null && !NAMES_OF_BUILDS.contains(rest)) {
        String source = " (system property " + name + ")";
        add(rest, properties.getProperty(name), source, all);
      }
    }
    return all;
  }

  /** An empty variable counts as unset: many launchers cannot take one away. */
  private static void addVariable(String name, String value, Map<Option<?>, Setting> all) {
    if (!name.startsWith(VARIABLE_PREFIX) || value.isBlank()) {
      return;
    }
    String rest = name.substring(VARIABLE_PREFIX.length());
    String key = rest.toLowerCase(Locale.ROOT).replace('_', '-');
    if (!isServiceLink(rest) && !NAMES_OF_BUILDS.contains(key)) {
      String source = " (environment variable " + name + ")";
      add(key, value, source, all);
    }
  }

  /**
   * Whether it is not meant for us: Kubernetes puts such names beside a service that is called like
   * us, and our own tests find their JDKs by {@code STANDSTILL_JDK_17} and the like.
   */
  private static boolean isServiceLink(String rest) {
    return rest.matches("(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_[0-9]+_.+)?)|JDK_[0-9]+");
  }

  /** Adds what was set; the key must be that of an option. */
  static void add(String key, String value, String source, Map<Option<?>, Setting> all) {
    Option<?> option = Option.of(key);
    if (option == null) {
      throw new OptionException("unknown option \"" + key + "\"" + source + hint(key));
    }
    all.put(option, new Setting(key, value.strip(), source));
  }

  /** What to say of a piece without an equals sign. */
  static OptionException notAPair(String piece, String source) {
    Option<?> option = Option.of(piece);
    if (option != null) {
      return new OptionException(
          "option " + piece + source + " needs a value: " + piece + "=" + option.form());
    }
    return new OptionException("\"" + piece + "\"" + source + " is not key=value" + hint(piece));
  }

  private static String hint(String key) {
    List<String> keys = new ArrayList<>();
    for (Option<?> option : Option.values()) {
      keys.add(option.key());
    }
    String nearest = Nearest.to(key, keys);
    return nearest != null
        ? "; did you mean \"" + nearest + "\"?"
        : "; the options are " + String.join(", ", keys);
  }
}
