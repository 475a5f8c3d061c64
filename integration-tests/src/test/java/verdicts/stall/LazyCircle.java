package verdicts.stall;

import verdicts.Lazy;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Lazy values, two of which need each other, and one itself; and one who waits for the end. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = {"egg", "hen", "self"},
    summary = {"egg", "hen", "self", "earlier calls of the very methods"},
    options = "stall-threshold=2s")
public final class LazyCircle {
  private static final class Values {
    static final Meeting both = new Meeting(2);
    static final Lazy HEN = new Lazy(Values::hatch);
    static final Lazy EGG = new Lazy(Values::lay);
    static final Lazy SELF = new Lazy(Values::reflect);

    static int hatch() throws InterruptedException {
      both.meet();
      return EGG.get() + 1;
    }

    static int lay() throws InterruptedException {
      both.meet();
      return HEN.get() + 1;
    }

    static int reflect() throws InterruptedException {
      return SELF.get() + 1;
    }

    static void make() throws InterruptedException {
      Thread hen = Stage.start("hen", HEN::get);
      Stage.start("egg", EGG::get);
      Stage.start("self", SELF::get);
      hen.join();
    }
  }

  public static void main(String[] args) {
    Thread farmer = Stage.start("farmer", Values::make);
    Stage.stuck(farmer, Stage.named("hen"), Stage.named("egg"), Stage.named("self"));
  }
}
