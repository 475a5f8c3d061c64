package io.standstill.options;

import java.nio.file.Path;

/** A whole number between two others. */
final class NumberType implements OptionType<Integer> {
  private final int least;
  private final int most;

  /**
   * @param least at least 0
   * @param most at most 999,999,999
   */
  NumberType(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer read(Setting setting, Path directory) {
    String digits = setting.value();
    int number = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    if (number < least || number > most) {
      throw setting.wrong(" is no number from " + limits());
    }
    return number;
  }

  @Override
  public String write(Integer number) {
    return number.toString();
  }

  @Override
  public String limits() {
    return least + " to " + most;
  }
}
