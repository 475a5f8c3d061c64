package io.standstill.options;

/**
 * One option as the user set it, not yet understood.
 *
 * @param key the name of the option
 * @param value the text given
 * @param source where it was given, to be shown behind an error such as {@code (environment
 *     variable STANDSTILL_LOG)}; empty for the agent argument itself
 */
record Setting(String key, String value, String source) {
  /** What was set, and where. */
  String said() {
    return key + "=" + value + source;
  }

  /** An error that begins with that. */
  OptionException wrong(String words) {
    return new OptionException(said() + words);
  }
}
