package io.standstill.detect.probe;

import io.standstill.pool.PoolAccess;
import io.standstill.pool.Stages;
import io.standstill.recorder.Holdings;
import java.util.concurrent.Future;

/** Tells who waits for a future by what it parks on, or by the monitors that it has entered. */
public final class FutureWait {
  private FutureWait() {}

  /** True if whoever parks on this waits for a future. */
  public static boolean parksOn(Object parkedOn) {
    return PoolAccess.isOpen() && (parkedOn instanceof Future || Stages.isWait(parkedOn));
  }

  /** True if a thread that has entered these monitors may wait in one of a future. */
  public static boolean mayBeInside(Holdings holdings) {
    for (Holdings.Entry entry : holdings.held()) {
      if (entry != null && entry.lock() instanceof Future) {
        return true;
      }
    }
    return false;
  }
}
