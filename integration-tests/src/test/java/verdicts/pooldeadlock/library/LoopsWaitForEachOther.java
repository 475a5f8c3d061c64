package verdicts.pooldeadlock.library;

import java.util.concurrent.CompletableFuture;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two event loops, each of which waits for what the other should run. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = {"events-1", "events-2"},
    pools = {"events-1", "events-2"})
public final class LoopsWaitForEachOther {
  public static void main(String[] args) {
    EventLoop one = new EventLoop("events-1");
    EventLoop other = new EventLoop("events-2");
    Meeting meeting = new Meeting(2);
    one.execute(() -> ask(other, meeting));
    other.execute(() -> ask(one, meeting));
    Stage.stuckNamed("events-1", "events-2");
  }

  private static void ask(EventLoop loop, Meeting meeting) {
    meeting.meet();
    CompletableFuture.supplyAsync(() -> "never", loop).join();
  }
}
