package io.standstill.report.jmx;

import io.standstill.finding.StuckThread;

/** One thread in a row of the table of active findings. Its getters name the columns. */
public final class ThreadRow {
  private final StuckThread thread;

  ThreadRow(StuckThread thread) {
    this.thread = thread;
  }

  /** Thread id. */
  public long getId() {
    return thread.id();
  }

  /** Thread name. */
  public String getName() {
    return thread.name();
  }

  /** Whether it is a virtual thread. */
  public boolean isVirtual() {
    return thread.virtual();
  }

  /** Thread state. */
  public String getState() {
    return thread.state();
  }

  /** How long it has waited, in milliseconds; null if that is not known, or if it has ended. */
  public Long getWaitedMillis() {
    return thread.waitsFor() == null ? null : thread.waitsFor().millis();
  }

  /** Its stack, innermost frame first. */
  public String[] getStack() {
    return thread.stack().toArray(String[]::new);
  }
}
