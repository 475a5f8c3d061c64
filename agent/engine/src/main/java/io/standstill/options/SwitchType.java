package io.standstill.options;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Yes or no. */
enum SwitchType implements OptionType<Boolean> {
  /** Either of two words. */
  STRICT,

  /** In the words of other tools, too: for what must not be got wrong. */
  LENIENT;

  private static final Set<String> YES = Set.of("on", "true", "yes", "1");
  private static final Set<String> NO = Set.of("off", "false", "no", "0");

  @Override
  public Boolean read(Setting setting, Path directory) {
    String word = setting.value();
    boolean lenient = this == LENIENT;
    if (word.equals("on") || lenient && YES.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (word.equals("off") || lenient && NO.contains(word.toLowerCase(Locale.ROOT))) {
      return false;
    }
    throw setting.wrong(" is neither \"on\" nor \"off\"");
  }

  @Override
  public String write(Boolean value) {
    return value ? "on" : "off";
  }
}
