package verdicts.pooldeadlock.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Both threads of a loop wait for tasks in its queue, whose class is its own. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = {"loop-1", "loop-2"},
    pools = "loop")
public final class LoopWithOwnQueue {
  public static void main(String[] args) throws Exception {
    BlockingQueue<Runnable> queue = new OwnQueue<>(8);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      queue.add(
          new FutureTask<>(
              () -> {
                meeting.meet();
                FutureTask<String> inner = new FutureTask<>(() -> "never");
                queue.put(inner);
                return inner.get();
              }));
    }
    Thread one = Worker.start("loop-1", queue);
    Thread other = Worker.start("loop-2", queue);
    Stage.stuck(one, other);
  }
}
