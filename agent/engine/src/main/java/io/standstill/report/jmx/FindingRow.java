package io.standstill.report.jmx;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.finding.Kind;
import io.standstill.report.FindingText;
import io.standstill.report.JsonLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of a table of findings. Its getters name the columns. */
public final class FindingRow {
  private final Finding finding;
  private final Instant since;

  /**
   * One row.
   *
   * @param since when the situation was first told
   */
  private FindingRow(Finding finding, Instant since) {
    this.finding = finding;
    this.since = since;
  }

  /** The rows of those that last, by id. */
  static Map<String, FindingRow> active(FindingBoard board) {
    Map<String, FindingRow> rows = new LinkedHashMap<>();
    for (Finding finding : board.active()) {
      rows.put(finding.id(), new FindingRow(finding, board.since(finding)));
    }
    return rows;
  }

  /** The rows of all predictions of a kind, by id. */
  static Map<String, FindingRow> predicted(FindingBoard board, Kind kind) {
    Map<String, FindingRow> rows = new LinkedHashMap<>();
    for (Finding finding : board.predicted(kind)) {
      rows.put(finding.id(), new FindingRow(finding, finding.time()));
    }
    return rows;
  }

  /** Short name of the situation, such as {@code D1}. */
  public String getId() {
    return finding.id();
  }

  /** What is claimed, such as {@code deadlock}. */
  public String getKind() {
    return finding.kind().toString();
  }

  /** How sure it is: {@code certain}, {@code likely} or {@code possible}. */
  public String getCertainty() {
    return finding.certainty().toString();
  }

  /** Who waits for whom, in one sentence. */
  public String getSummary() {
    return finding.summary();
  }

  /** When it was found, in ISO-8601. */
  public String getSince() {
    return JsonLine.time(since);
  }

  /** The threads that make it up, each as {@code name #id}. */
  public String[] getThreads() {
    return finding.threads().stream()
        .map(thread -> (thread.name() + " #" + thread.id()).strip())
        .toArray(String[]::new);
  }

  /** The same threads, with their stacks. */
  public ThreadRow[] getStuckThreads() {
    return finding.threads().stream().map(ThreadRow::new).toArray(ThreadRow[]::new);
  }

  /** The thread pools that play a part, with their figures. */
  public PoolRow[] getPools() {
    return finding.pools().stream().map(PoolRow::new).toArray(PoolRow[]::new);
  }

  /** When it ends by itself, in milliseconds from then, -1 if unknown; null if never. */
  public Long getEndsInMillis() {
    return finding.endsInMillis();
  }

  /** The whole report. */
  public String getText() {
    return FindingText.of(finding);
  }

  /** How many more threads wait behind these. */
  public int getWaitingBehind() {
    return finding.waitingBehind();
  }

  /** What to do about it. */
  public String getAdvice() {
    return finding.advice();
  }
}
