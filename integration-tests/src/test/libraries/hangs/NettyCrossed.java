package hangs;

import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Meeting;
import verdicts.Stage;

/** Netty: two event executors, each of which waits for a task of the other. */
public final class NettyCrossed {
  public static void main(String[] args) {
    AtomicInteger count = new AtomicInteger();
    DefaultEventExecutorGroup group =
        new DefaultEventExecutorGroup(
            2, task -> new Thread(task, "loop-" + count.incrementAndGet()));
    EventExecutor one = group.next();
    EventExecutor other = group.next();
    Meeting meeting = new Meeting(2);
    one.submit(
        () -> {
          meeting.meet();
          return other.submit(() -> "never").get();
        });
    other.submit(
        () -> {
          meeting.meet();
          return one.submit(() -> "never").get();
        });
    Stage.stuckNamed("loop-1", "loop-2");
  }
}
