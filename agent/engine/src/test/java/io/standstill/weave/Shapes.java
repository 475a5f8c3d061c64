package io.standstill.weave;

import java.util.concurrent.TimeUnit;

/** Functional interfaces that method references to locks fit, and that the JDK lacks. */
public final class Shapes {
  private Shapes() {}

  /** Does something that may throw. */
  public interface Action {
    void run() throws Exception;
  }

  /** Waits for some time, and tells whether it was enough. */
  public interface Timed {
    boolean within(long time, TimeUnit unit) throws Exception;
  }
}
