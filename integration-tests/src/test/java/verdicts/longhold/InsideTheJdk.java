package verdicts.longhold;

import java.io.StringWriter;
import java.io.Writer;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;

/** A monitor that the JDK takes is held for long: since when, no journal knows. */
@Verdict(
    kind = "long-hold",
    certainty = "likely",
    threads = "adder",
    summary = "for visitor, which waits in CountDownLatch.await",
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class InsideTheJdk {
  private static Writer slow(CountDownLatch end) {
    return new StringWriter() {
      @Override
      public void write(char[] text, int from, int length) {
        try {
          end.await();
        } catch (InterruptedException stopped) {
          throw new IllegalStateException(stopped);
        }
      }
    };
  }

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("long", "enough to fill the buffer ".repeat(1_000));
    CountDownLatch end = new CountDownLatch(1);
    Thread visitor = Stage.start("visitor", () -> properties.store(slow(end), null));
    Stage.awaitRest(visitor);
    Thread adder = Stage.start("adder", () -> properties.setProperty("short", "")); // waits
    Stage.stuck(adder);
    end.countDown();
    Stage.join(visitor, adder);
    Stage.say("RESOLVED");
  }
}
