package verdicts.clean.classinit;

import verdicts.Body;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** An initialiser that throws while another thread waits for it: both are told, nobody is stuck. */
@Clean
public final class FailingInitialiser {
  static final Meeting meeting = new Meeting(2);

  /** Never gets ready. */
  static final class Broken {
    static final int value = fail();

    private static int fail() {
      meeting.meet();
      Stage.longPause();
      throw new IllegalStateException("on purpose");
    }
  }

  public static void main(String[] args) throws Exception {
    Body use =
        () -> {
          try {
            meeting.meet();
            System.out.println(Broken.value);
          } catch (LinkageError expected) {
            synchronized (meeting) {
              System.out.println("told");
            }
          }
        };
    Thread first =
        Stage.start(
            "first",
            () -> {
              try {
                System.out.println(Broken.value);
              } catch (LinkageError expected) {
                synchronized (meeting) {
                  System.out.println("told");
                }
              }
            });
    Stage.join(first, Stage.start("second", use));
  }
}
