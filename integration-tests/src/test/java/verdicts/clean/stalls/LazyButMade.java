package verdicts.clean.stalls;

import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Lazy;
import verdicts.Stage;

/** Two threads make lazy values that need a third one, which takes a third thread long to make. */
@Clean(options = "stall-threshold=1s")
public final class LazyButMade {
  private static final long SECONDS = 5;

  private static int compute() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    int rounds = 0;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
      rounds++;
    }
    return rounds;
  }

  public static void main(String[] args) throws Exception {
    Lazy base = new Lazy(LazyButMade::compute);
    Lazy price = new Lazy(() -> base.get() + 1);
    Lazy tax = new Lazy(() -> base.get() + 2);
    Thread slow = Stage.start("slow", base::get);
    Thread first = Stage.start("first", price::get);
    Thread second = Stage.start("second", tax::get);
    Stage.join(slow, first, second);
    System.out.println(tax.get() - price.get());
  }
}
