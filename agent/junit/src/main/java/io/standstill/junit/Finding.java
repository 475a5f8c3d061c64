package io.standstill.junit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One situation that keeps threads from going on.
 *
 * @param id short name of the situation, unique in this JVM: {@code D1}, {@code D2}, …
 * @param kind what is claimed, as the agent writes it: {@code pool-deadlock}
 * @param certainty how sure it is
 * @param summary one sentence: who waits for whom
 * @param text the whole report
 * @param since when it was found
 * @param endsByItself whether a wait with a timeout will end it
 * @param threads the threads that make it up
 */
public record Finding(
    String id,
    String kind,
    Certainty certainty,
    String summary,
    String text,
    Instant since,
    boolean endsByItself,
    List<StuckThread> threads) {

  /** Whether that is what it claims. */
  public boolean is(FindingKind wanted) {
    return kind.equals(wanted.label());
  }

  /** The first line of the report. */
  String title() {
    return id + " " + kind + " (" + certainty.name().toLowerCase(Locale.ROOT) + "): " + summary;
  }

  Finding withText(String words) {
    return new Finding(id, kind, certainty, summary, words, since, endsByItself, threads);
  }

  boolean isCertain() {
    return certainty == Certainty.CERTAIN;
  }

  /** Whether the agent counts it as a reason why the JVM is not healthy. */
  boolean isUnhealthy() {
    boolean longWait = is(FindingKind.LONG_HOLD) || is(FindingKind.LOCK_STARVATION);
    return certainty != Certainty.POSSIBLE && !longWait && !endsByItself;
  }

  boolean has(long threadId) {
    return threads.stream().anyMatch(thread -> thread.id() == threadId);
  }
}
