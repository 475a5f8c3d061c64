package io.standstill.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Class name patterns, separated by semicolons or vertical bars. */
final class PatternsType implements OptionType<List<String>> {
  private static final String FORM = "[\\p{L}\\p{N}\\p{Sc}_.*-]+";

  private final String wordsForNone;

  /**
   * @param wordsForNone which classes are meant if there is no pattern
   */
  PatternsType(String wordsForNone) {
    this.wordsForNone = wordsForNone;
  }

  @Override
  public List<String> read(Setting setting, Path directory) {
    List<String> patterns = new ArrayList<>();
    for (String piece : setting.value().split("[;|]")) {
      String pattern = piece.strip();
      if (pattern.indexOf('/') >= 0) {
        throw setting.wrong(
            ": class names have dots; did you mean " + pattern.replace('/', '.') + "?");
      }
      if (!pattern.isEmpty()) {
        if (!pattern.matches(FORM)) {
          throw setting.wrong(": \"" + pattern + "\" is no class name pattern such as com.acme.*");
        }
        patterns.add(pattern);
      }
    }
    if (patterns.isEmpty()) {
      throw setting.wrong(" names no class; write a pattern such as com.acme.*");
    }
    return List.copyOf(patterns);
  }

  @Override
  public String write(List<String> patterns) {
    return patterns.isEmpty() ? wordsForNone : String.join(";", patterns);
  }
}
