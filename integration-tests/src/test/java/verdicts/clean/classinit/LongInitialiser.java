package verdicts.clean.classinit;

import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** An initialiser takes two seconds; another thread waits for it. */
@Clean
public final class LongInitialiser {
  static final Meeting meeting = new Meeting(2);

  /** Slow to get ready. */
  static final class Slow {
    static final int value;

    static {
      meeting.meet();
      Stage.longPause();
      value = 42;
    }
  }

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Thread first = Stage.start("first", () -> System.out.println(Slow.value));
    Thread second =
        Stage.start(
            "second",
            () -> {
              meeting.meet();
              synchronized (lock) {
                System.out.println(Slow.value);
              }
            });
    Stage.join(first, second);
  }
}
