package verdicts.clean.joins;

import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** A chain of joins through method references, some in time and some not, all of which end. */
@Clean
public final class JoinsByReference {
  /** A join that gives up. */
  private interface Within {
    void join(long millis) throws InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    Thread first = Stage.start("first", Stage::longPause);
    Body forEver = first::join;
    Thread second = Stage.start("second", forEver);
    Within within = second::join;
    Thread third = Stage.start("third", () -> within.join(100));
    third.join();
    System.out.println(second.isAlive());
    Body end = second::join;
    end.run();
    System.out.println(first.isAlive());
  }
}
