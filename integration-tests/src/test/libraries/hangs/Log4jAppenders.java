package hangs;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * log4j 1.2.17: a logger is locked while its appenders are called, and an appender while it
 * appends. One that sends events from a thread of its own, through a library that logs, takes the
 * two the other way round (the appender for CloudWatch, speedwing/log4j-cloudwatch-appender#2).
 */
public final class Log4jAppenders {
  public static void main(String[] args) {
    Sender sender = new Sender();
    Logger.getRootLogger().addAppender(sender);
    Thread daemon =
        Stage.start(
            "sender",
            () ->
                sender.doAppend(
                    new LoggingEvent("", Logger.getLogger("queue"), null, "from the queue", null)));
    Thread worker = Stage.start("worker", () -> Logger.getLogger("shop.Cart").info("sold"));
    Stage.stuck(daemon, worker);
  }

  /** Sends what it is given; the library that it sends with logs. */
  private static final class Sender extends AppenderSkeleton {
    private final Meeting meeting = new Meeting(2);

    @Override
    public void doAppend(LoggingEvent event) {
      if (!event.getLoggerName().equals("queue")) {
        meeting.meet();
      }
      super.doAppend(event);
    }

    @Override
    protected void append(LoggingEvent event) {
      meeting.meet();
      Logger.getLogger("http.Client").info("connecting");
    }

    @Override
    public void close() {}

    @Override
    public boolean requiresLayout() {
      return false;
    }
  }
}
