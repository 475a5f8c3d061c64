package io.standstill.options;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which classes {@code include} and {@code exclude} leave to be watched. A pattern that
 * matches a class matches its nested classes too, since users think of a source file as one thing.
 */
public final class ClassFilter {
  private final List<Pattern> include;
  private final List<Pattern> exclude;

  /** The filter that these options ask for. */
  public ClassFilter(Options options) {
    this.include = options.include().stream().map(ClassFilter::compile).toList();
    this.exclude = options.exclude().stream().map(ClassFilter::compile).toList();
  }

  /** Whether a class is to be watched. Thread-safe. */
  public boolean accepts(String dottedName) {
    return (include.isEmpty() || matches(include, dottedName)) && !matches(exclude, dottedName);
  }

  private static boolean matches(List<Pattern> patterns, String name) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern compile(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (String literal : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.append("(\\$.*)?").toString(), Pattern.DOTALL);
  }
}
