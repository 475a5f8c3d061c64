package verdicts.deadlock.jdk;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two array queues, each walked to ask the other: their locks are inside the JDK. */
@Verdict(threads = {"a", "b"})
public final class ArrayBlockingQueues {
  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    BlockingQueue<String> left = new ArrayBlockingQueue<>(4, false, List.of("x"));
    BlockingQueue<String> right = new ArrayBlockingQueue<>(4, false, List.of("y"));
    Stage.stuck(
        Stage.start("a", () -> left.forEach(each -> ask(right, meeting))),
        Stage.start("b", () -> right.forEach(each -> ask(left, meeting))));
  }

  private static void ask(BlockingQueue<String> other, Meeting meeting) {
    meeting.meet();
    System.out.println(other.size());
  }
}
