package io.standstill.engine;

import io.standstill.finding.Finding;
import io.standstill.report.FindingJson;
import io.standstill.report.FindingLog;
import io.standstill.report.MadeUp;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Writes a made-up finding to nowhere, to the log and as JSON. So every class that a report needs
 * is loaded and initialised while the JVM is well: when it stands still, class initialisation may
 * be the very thing that stands.
 */
final class Rehearsal {
  private static final long LONG_AGO = 100_000;

  private Rehearsal() {}

  /** Runs it. To be called by the detector's thread before its first look, not by the main one. */
  static void run() {
    FindingLog log = FindingLog.to(OutputStream.nullOutputStream());
    FindingJson json = new FindingJson(OutputStream.nullOutputStream(), log::warn);
    Finding found = MadeUp.finding();
    Finding over = found.resolved(Instant.now(), LONG_AGO);
    for (Finding finding : List.of(found, over)) {
      log.on(finding);
      json.on(finding);
    }
  }
}
