package io.standstill.report;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Writes a made-up finding to nowhere, through every output. So every class that a report needs is
 * loaded and initialised while the JVM is well: when it stands still, class initialisation may be
 * the very thing that stands.
 */
public final class Rehearsal {
  private static final long LONG_AGO = 100_000;

  private Rehearsal() {}

  /** Runs it. To be called by the detector's thread before its first look, not by the main one. */
  public static void run() {
    FindingLog log = FindingLog.to(OutputStream.nullOutputStream());
    FindingJson json = new FindingJson(OutputStream.nullOutputStream(), log::warn);
    Finding found = finding();
    Finding over = found.resolved(Instant.now(), LONG_AGO);
    for (Finding finding : List.of(found, over)) {
      log.on(finding);
      json.on(finding);
      OpenFinding.of(finding);
    }
  }

  /** A finding that never was. */
  static Finding finding() {
    LockUse wanted = new LockUse("lock", "A", "1", "A.a", "A.a(A.java)", LONG_AGO, List.of(2L));
    LockUse held = new LockUse("monitor", "A", null, null, null, 1L, List.of());
    StuckThread thread =
        new StuckThread(1, "a\n", false, "WAITING", wanted, List.of(held), List.of("A.a(A.java)"));
    PoolUse.QueuedTask task = new PoolUse.QueuedTask("A", null, 1);
    PoolLoad.Times times = new PoolLoad.Times(1, 1);
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
