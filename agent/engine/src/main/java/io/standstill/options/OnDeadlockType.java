package io.standstill.options;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a certain deadlock. */
final class OnDeadlockType implements OptionType<OnDeadlock> {
  /** The exit status if none is given: an internal software error, says sysexits. */
  private static final int USUAL_STATUS = 70;

  private static final int LEAST_STATUS = 1;
  private static final int MOST_STATUS = 255;
  private static final String HALT = "halt:([0-9]{1,9})";

  @Override
  public OnDeadlock read(Setting setting, Path directory) {
    if (setting.value().equals("report")) {
      return new OnDeadlock.Report();
    }
    if (setting.value().equals("halt")) {
      return new OnDeadlock.Halt(USUAL_STATUS);
    }
    Matcher halt = Pattern.compile(HALT).matcher(setting.value());
    if (!halt.matches()) {
      throw setting.wrong(" is neither \"report\" nor \"halt[:status]\"");
    }
    int status = Integer.parseInt(halt.group(1));
    if (status < LEAST_STATUS || status > MOST_STATUS) {
      throw setting.wrong(": the status must be " + LEAST_STATUS + " to " + MOST_STATUS);
    }
    return new OnDeadlock.Halt(status);
  }

  @Override
  public String write(OnDeadlock wish) {
    return wish instanceof OnDeadlock.Halt halt ? "halt:" + halt.status() : "report";
  }

  @Override
  public String limits() {
    return LEAST_STATUS + " to " + MOST_STATUS + " (" + USUAL_STATUS + " if none is given)";
  }
}
