package io.standstill.options;

import java.nio.file.Path;

/** What the value of an option may be: what a text means, and how a value is written. */
interface OptionType<T> {
  /**
   * Understands what was set.
   *
   * @param directory what relative file names start from
   * @throws OptionException if it is no such value
   */
  T read(Setting setting, Path directory);

  /**
   * A text with the meaning of this value, in whatever directory it is read; words for a default
   * that cannot be set.
   */
  String write(T value);

  /** The least and the most that it may be, in words; empty if there is no such thing. */
  default String limits() {
    return "";
  }
}
