package verdicts.stall;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** Who takes from the queue puts into it what comes of that: more than there is room for. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = {"crawler", "visitor"},
    summary = {"room", "crawler, which would, waits for room itself"},
    advice = "without a bound",
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class FilledByItsTaker {
  private static void crawl(BlockingQueue<Integer> pages) throws InterruptedException {
    while (true) {
      int page = pages.take();
      for (int link = 0; link < 3; link++) {
        pages.put(page + link);
      }
    }
  }

  public static void main(String[] args) {
    BlockingQueue<Integer> pages = new ArrayBlockingQueue<>(2);
    pages.add(1);
    Thread crawler = Stage.start("crawler", () -> crawl(pages));
    Stage.awaitRest(crawler);
    Thread visitor = Stage.start("visitor", () -> pages.put(0));
    Stage.stuck(crawler, visitor);
  }
}
