package exercise;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import verdicts.Stage;

/** An application with SLF4J 1.7, Logback 1.2, a logback.xml, and a System.err of its own. */
public final class LogbackApplication {
  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    System.setErr(new PrintStream(own, true));
    Logger log = LoggerFactory.getLogger(LogbackApplication.class);
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Stage.start("logger", () -> log.info("hello from {}", "a thread"));
    }
    Stage.join(threads);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    System.out.println(
        context.getProperty("from") + " " + Logger.class.getPackage().getImplementationVersion());
    System.out.println(context.getLogger("io.standstill").getLevel());
    Stage.longPause();
    System.out.println(own.size() + " bytes on System.err");
  }
}
