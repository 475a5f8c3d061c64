package io.standstill.report;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line head for everything said: time with zone, level, logger. Made by hand instead of by a
 * pattern, because compiling a pattern costs start-up time.
 */
final class LogLayout extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

  /** Found once: the JVM guards its default time zone with a lock that is not ours. */
  private final ZoneId zone = ZoneId.systemDefault();

  @Override
  public String doLayout(ILoggingEvent event) {
    return String.format(
        (Locale) null,
        "%s %-5s %s - %s\n",
        TIME.format(event.getInstant().atZone(zone)),
        event.getLevel(),
        event.getLoggerName(),
        event.getFormattedMessage());
  }
}
