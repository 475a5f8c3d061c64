package verdicts;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A value that is made by whoever asks first, while others wait, as Scala's lazy values are. */
public final class Lazy {
  /** How the value is made. */
  public interface Maker {
    int make() throws InterruptedException;
  }

  /** Stands for the value while it is made. */
  private static final class Making extends CountDownLatch {
    Making() {
      super(1);
    }
  }

  private final AtomicReference<Object> state = new AtomicReference<>();
  private final Maker maker;

  public Lazy(Maker maker) {
    this.maker = maker;
  }

  /** The value; waits while another one makes it. */
  public int get() throws InterruptedException {
    Making own = new Making();
    Object known = state.compareAndExchange(null, own);
    if (known == null) {
      state.set(maker.make());
      own.countDown();
    } else if (known instanceof Making making) {
      making.await(); // waits
    }
    return (Integer) state.get();
  }
}
