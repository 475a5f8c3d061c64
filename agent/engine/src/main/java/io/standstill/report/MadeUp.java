package io.standstill.report;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import java.time.Instant;
import java.util.List;

/** A finding that serves to load what a report of a real one needs. */
public final class MadeUp {
  private static final long LONG_AGO = 100_000;

  private MadeUp() {}

  /** A finding that never was. */
  public static Finding finding() {
    LockUse wanted =
        new LockUse(WaitType.LOCK, "A", "1", "A.a", "A.a(A.java)", LONG_AGO, List.of(2L));
    LockUse held = new LockUse(WaitType.MONITOR, "A", null, null, null, 1L, List.of());
    StuckThread thread =
        new StuckThread(1, "a\n", false, "WAITING", wanted, List.of(held), List.of("A.a(A.java)"));
    PoolUse.QueuedTask task = new PoolUse.QueuedTask("A", null, 1);
    PoolLoad.Times times = new PoolLoad.Times(1, 1.0);
    PoolLoad load = new PoolLoad(1, 1, 1L, 1, times, times, 1.0, 1, 1, "None.");
    PoolUse pool = new PoolUse("a", "A", 1, 1, 1, 1, List.of(task), 2, load);
    return new Finding(
        Instant.now(),
        "R1",
        Kind.DEADLOCK,
        Certainty.POSSIBLE,
        "a waits",
        List.of(thread),
        List.of(pool),
        1,
        LONG_AGO,
        null,
        "None.");
  }
}
