package io.standstill.report;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes findings, and the agent's own words, to a log of our own. Its logger context is private:
 * no configuration file of the application is read, none of its loggers or streams is used, and
 * {@code System.err} least of all, whose monitor may be part of the very cycle that is reported.
 */
public final class FindingLog implements FindingListener {
  /** The one name to filter by. */
  public static final String LOGGER = "io.standstill";

  private final LogStream stream;
  private Logger logger;

  private FindingLog(OutputStream file) {
    stream = new LogStream(file);
  }

  /** A log that is written to file descriptor 2. */
  public static FindingLog toStandardError() {
    return new FindingLog(null);
  }

  /**
   * A log that is written to a file.
   *
   * @param file an open file; it is written to in one piece per message, and never closed
   */
  public static FindingLog to(OutputStream file) {
    return new FindingLog(file);
  }

  @Override
  public void on(Finding finding) {
    String report = FindingText.of(finding);
    if (finding.resolvedAfterMillis() != null || finding.kind().isPrediction()) {
      info(report);
    } else if (finding.certainty() == Certainty.CERTAIN && finding.kind().isDeadlock()) {
      error(report);
    } else {
      warn(report);
    }
  }

  /** Says something that a user may want to know. */
  public void info(String words) {
    logger().info(words);
  }

  /** Says that something of ours is off or failing. */
  public void warn(String words) {
    logger().warn(words);
  }

  /** Says that something of ours does not work at all. */
  public void error(String words) {
    logger().error(words);
  }

  /** What went wrong with the log itself; empty if nothing. */
  public List<String> problems() {
    String problem = stream.problem();
    return problem == null ? List.of() : List.of(problem);
  }

  /** Made when it is first needed: to load a logging library is a good part of a short start. */
  private synchronized Logger logger() {
    if (logger == null) {
      LoggerContext context = new LoggerContext();
      context.setName("standstill");
      context.setMDCAdapter(new LogbackMDCAdapter());
      Logger made = context.getLogger(LOGGER);
      made.setAdditive(false);
      made.setLevel(Level.INFO);
      made.addAppender(appender(context));
      context.start();
      logger = made;
    }
    return logger;
  }

  private Appender<ILoggingEvent> appender(LoggerContext context) {
    LogLayout layout = new LogLayout();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(stream);
    appender.start();
    return appender;
  }
}
