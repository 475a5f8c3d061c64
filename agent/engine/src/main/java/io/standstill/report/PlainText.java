package io.standstill.report;

/**
 * Makes the application's own words safe to print: a thread name with a line break must not look
 * like a line of the report.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * The same text with every control character and line separator shown as {@code \}{@code uXXXX}.
   */
  public static String of(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean unsafe = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      if (unsafe && plain == null) {
        plain = new StringBuilder(text.substring(0, i));
      }
      if (plain != null) {
        plain.append(unsafe ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return plain == null ? text : plain.toString();
  }
}
