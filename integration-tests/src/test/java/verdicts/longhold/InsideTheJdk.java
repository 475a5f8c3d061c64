package verdicts.longhold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    withinSeconds = 20,
    options = {"lock-threshold=2s", "grace=0"})
public final class InsideTheJdk {
  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public static void main(String[] args) throws Exception {
    List<String> list = Collections.synchronizedList(new ArrayList<>(List.of("one")));
    CountDownLatch end = new CountDownLatch(1);
    Thread visitor = Stage.start("visitor", () -> list.forEach(each -> await(end)));
    Stage.awaitRest(visitor);
    Thread adder = Stage.start("adder", () -> list.add("two")); // waits
    Stage.stuck(adder);
    end.countDown();
    Stage.join(visitor, adder);
    Stage.say("RESOLVED");
  }
}
