package lucky;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import verdicts.Luck;
import verdicts.Stage;

/**
 * log4j 1.2.17: a logger is locked while its appenders are called, and an appender while it
 * appends. One that logs takes the two the other way round (the appender for CloudWatch,
 * speedwing/log4j-cloudwatch-appender#2). Here nobody logs at the same time.
 */
public final class Log4jAppenders {
  public static void main(String[] args) throws Exception {
    Sender sender = new Sender();
    Logger.getRootLogger().addAppender(sender);
    LoggingEvent queued = new LoggingEvent("", Logger.getLogger("queue"), null, "queued", null);
    Luck luck = new Luck();
    Stage.join(
        Stage.start("sender", () -> luck.turn(0, () -> sender.doAppend(queued))),
        Stage.start("worker", () -> luck.turn(1, () -> Logger.getLogger("shop").info("sold"))));
    System.out.println("lucky");
  }

  /** Sends what it is given; the library that it sends with logs. */
  private static final class Sender extends AppenderSkeleton {
    @Override
    protected void append(LoggingEvent event) {
      if (event.getLoggerName().equals("queue")) {
        Logger.getLogger("http.Client").info("connecting");
      }
    }

    @Override
    public void close() {}

    @Override
    public boolean requiresLayout() {
      return false;
    }
  }
}
