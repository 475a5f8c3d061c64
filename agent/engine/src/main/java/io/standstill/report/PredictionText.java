package io.standstill.report;

import io.standstill.finding.Finding;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import java.util.List;

/** Writes what may happen: for each thread what it held, what it took then, and where it stood. */
final class PredictionText {
  private final Finding finding;
  private final StringBuilder text = new StringBuilder(2_000);

  PredictionText(Finding finding) {
    this.finding = finding;
  }

  String write() {
    line(FindingText.firstLine(finding));
    for (StuckThread thread : finding.threads()) {
      line("");
      line(
          "  "
              + FindingText.named(thread)
              + (thread.virtual() ? ", virtual thread" : ", platform thread"));
      for (LockUse held : thread.holds()) {
        line("    held        " + LockText.name(held));
        line("      taken at  " + held.site());
        callers(held);
      }
      line("    took        " + LockText.name(thread.waitsFor()));
      line("      at        " + thread.waitsFor().site());
      stack("stack", thread.stack());
      stack("stack of an earlier call", thread.likeStack());
    }
    line("");
    line("  This has not happened: it is predicted from what was seen.");
    return text.append("  What to do: ").append(finding.advice()).toString();
  }

  /** From where it had come when it took what it held. */
  private void callers(LockUse held) {
    if (held.stack().isEmpty()) {
      line("      called by not known");
    }
    held.stack().stream().skip(1).forEach(frame -> line("      called by " + frame));
  }

  private void stack(String title, List<String> stack) {
    if (!stack.isEmpty()) {
      line("    " + title);
      stack.forEach(frame -> line("      at " + frame));
    }
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
