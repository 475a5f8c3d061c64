package verdicts.clean.classinit;

import verdicts.Clean;
import verdicts.Stage;

/** Initialisers of one thread that need each other, with a lock held: allowed. */
@Clean
public final class RecursiveInitialisers {
  /** Needs Even. */
  static final class Odd {
    static int value = Even.value + 1;
  }

  /** Needs Odd, and sees it half done. */
  static final class Even {
    static int value = Odd.value + 2;

    static {
      Stage.longPause();
    }
  }

  public static void main(String[] args) throws Exception {
    synchronized (Odd.class) {
      System.out.println(Odd.value + " " + Even.value);
    }
    Thread other = Stage.start("other", () -> System.out.println(Odd.value));
    other.join();
  }
}
