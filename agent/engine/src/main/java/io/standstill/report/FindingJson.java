package io.standstill.report;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes each finding as a JSON line, in one piece and at once. When the file can no longer be
 * written this output turns itself off, says so once, and counts what it could not write.
 */
public final class FindingJson implements FindingListener {
  private final OutputStream file;
  private final Consumer<String> complain;
  private final AtomicLong lost = new AtomicLong();

  /** Volatile, so that asking for problems does not wait for a write that hangs. */
  private volatile String failure;

  /**
   * An output to an open file.
   *
   * @param complain told once, in one line, if writing fails
   */
  public FindingJson(OutputStream file, Consumer<String> complain) {
    this.file = file;
    this.complain = complain;
  }

  @Override
  public synchronized void on(Finding finding) {
    if (failure != null) {
      lost.incrementAndGet();
      return;
    }
    try {
      file.write((JsonLine.of(finding) + "\n").getBytes(StandardCharsets.UTF_8));
      file.flush();
    } catch (IOException unwritable) {
      lost.incrementAndGet();
      failure = "the findings file cannot be written any more: " + unwritable.getMessage();
      complain.accept(failure);
    }
  }

  /** What went wrong, with the number of findings not written; empty if nothing. */
  public List<String> problems() {
    String words = failure;
    return words == null ? List.of() : List.of(words + " (findings lost: " + lost + ")");
  }
}
