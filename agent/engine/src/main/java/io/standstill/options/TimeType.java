package io.standstill.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time between two others, written in seconds or milliseconds. */
final class TimeType implements OptionType<Duration> {
  private static final String FORM = "([0-9]{1,9})\\s*(ms|s|)";

  private final Duration least;
  private final Duration most;

  TimeType(Duration least, Duration most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Duration read(Setting setting, Path directory) {
    Matcher form = Pattern.compile(FORM).matcher(setting.value());
    if (!form.matches()) {
      throw setting.wrong(" is no time; write 500ms, 2s, or 500 for milliseconds");
    }
    long number = Long.parseLong(form.group(1));
    Duration time =
        form.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    if (time.compareTo(least) < 0) {
      throw setting.wrong(" is too short; the shortest is " + write(least));
    }
    if (time.compareTo(most) > 0) {
      throw setting.wrong(" is too long; the longest is " + write(most));
    }
    return time;
  }

  /**
   * The same for who does not write it but gives a number.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  Duration ofMillis(long millis) {
    if (millis < least.toMillis() || millis > most.toMillis()) {
      throw new IllegalArgumentException(
          millis + " is not in " + least.toMillis() + " to " + most.toMillis() + " milliseconds");
    }
    return Duration.ofMillis(millis);
  }

  @Override
  public String write(Duration time) {
    if (time.isZero()) {
      return "0";
    }
    return time.toMillisPart() == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  @Override
  public String limits() {
    return write(least) + " to " + write(most) + "; a bare number means milliseconds";
  }
}
