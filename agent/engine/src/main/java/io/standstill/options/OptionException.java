package io.standstill.options;

/**
 * The user set something wrongly. The message is one line, ready to be shown: what was set, what is
 * wrong with it, and the nearest right thing.
 */
public final class OptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error whose message is {@code standstill: } and the given words, on one line. */
  public OptionException(String words) {
    super("standstill: " + words.replaceAll("\\p{Cntrl}+", " "));
  }
}
