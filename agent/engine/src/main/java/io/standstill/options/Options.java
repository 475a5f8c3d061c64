package io.standstill.options;

import java.util.Map;

/**
 * The options of one run.
 *
 * @param turnedOff the setting by which the agent is to do nothing, and its source; or null
 * @param values what each option means, whether it was set or not
 */
public record Options(String turnedOff, Map<Option<?>, Object> values) {
  /** What this option means. */
  @SuppressWarnings("unchecked") // The parser puts nothing else there.
  public <T> T get(Option<T> option) {
    return (T) values.get(option);
  }

  /** True if the user has named classes that are watched, or that are not. */
  public boolean chooseClasses() {
    return !get(Option.INCLUDE).isEmpty() || !get(Option.EXCLUDE).isEmpty();
  }
}
