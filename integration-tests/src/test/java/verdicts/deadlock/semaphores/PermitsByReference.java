package verdicts.deadlock.semaphores;

import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** All permits of two semaphores at once, taken through method references. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely")
public final class PermitsByReference {
  private static void cross(
      IntConsumer first, ObjIntConsumer<Semaphore> how, Semaphore second, Meeting meeting) {
    first.accept(3);
    meeting.meet();
    how.accept(second, 3);
  }

  public static void main(String[] args) {
    Semaphore left = new Semaphore(3);
    Semaphore right = new Semaphore(3);
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start(
            "a",
            () ->
                cross(
                    left::acquireUninterruptibly,
                    Semaphore::acquireUninterruptibly,
                    right,
                    meeting)),
        Stage.start(
            "b",
            () ->
                cross(
                    right::acquireUninterruptibly,
                    Semaphore::acquireUninterruptibly,
                    left,
                    meeting)));
  }
}
