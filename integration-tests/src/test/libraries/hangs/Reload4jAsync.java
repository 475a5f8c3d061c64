package hangs;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.AsyncAppender;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * reload4j 1.2.24: a full asynchronous appender waits, with the logger locked, for its dispatcher,
 * and the dispatcher's appender logs to that logger (qos-ch/reload4j#75).
 */
public final class Reload4jAsync {
  public static void main(String[] args) {
    Logger root = Logger.getRootLogger();
    Meeting meeting = new Meeting(2);
    AsyncAppender async = new AsyncAppender();
    async.setBufferSize(1);
    async.addAppender(
        new AppenderSkeleton() {
          @Override
          protected void append(LoggingEvent event) {
            meeting.meet();
            Stage.awaitRest(writer);
            root.error("cannot connect");
          }

          @Override
          public void close() {}

          @Override
          public boolean requiresLayout() {
            return false;
          }
        });
    root.addAppender(async);
    writer =
        new Thread(
            () -> {
              root.info("first");
              meeting.meet();
              root.info("second");
              root.info("third, that finds the buffer full");
            },
            "writer");
    writer.start();
    Stage.stuck(writer);
  }

  private static volatile Thread writer;
}
