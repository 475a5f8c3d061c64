package io.standstill.detect.longwait;

import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A long wait that was told and lasts, remembered without keeping its threads alive. */
final class LastingWait {
  private static final int MOST_COUNTED = 100_000;

  private final String id;
  private final Set<LongWait.Key> keys = new HashSet<>();
  private final Set<Long> heldUp = new HashSet<>();
  private final long sinceNanos;
  private String about;
  private Finding finding;
  private long toldNanos;
  private long patient;
  private long patientSince;

  /**
   * @param now steady time
   */
  LastingWait(String id, LongWait wait, long now) {
    this.id = id;
    this.sinceNanos = now - wait.waitedNanos();
    see(wait);
    follow(wait, now);
    tell(wait);
  }

  private void follow(LongWait wait, long now) {
    patient = wait.patient();
    patientSince = now - wait.waitedNanos();
  }

  private void see(LongWait wait) {
    keys.addAll(wait.keys());
    if (heldUp.size() < MOST_COUNTED) {
      heldUp.addAll(wait.waiters());
    }
  }

  private void tell(LongWait wait) {
    about = wait.about();
    finding = wait.tell(id);
    toldNanos = wait.waitedNanos();
  }

  boolean covers(LongWait wait) {
    return !Collections.disjoint(keys, wait.keys());
  }

  /** True if the thread that waited for longest still does, and a look cannot say for whom. */
  boolean isUnclear(LockScene scene) {
    return scene != null && scene.isUnclear(patient, patientSince);
  }

  /**
   * Takes note of how it goes on; true if that is worth telling again.
   *
   * @param now steady time
   */
  boolean goesOn(List<LongWait> seen, long now) {
    keys.clear();
    seen.forEach(this::see);
    LongWait longest = Collections.max(seen, Comparator.comparingLong(LongWait::waitedNanos));
    follow(longest, now);
    boolean again = longest.waitedNanos() >= 2 * toldNanos;
    if (again) {
      tell(longest);
    }
    return again;
  }

  /** What was told last. */
  Finding finding() {
    return finding;
  }

  /**
   * What is to be told now that it is over.
   *
   * @param now steady time
   */
  Finding over(long now) {
    long millis = TimeUnit.NANOSECONDS.toMillis(now - sinceNanos);
    return finding.resolved(Instant.now(), millis, epilogue());
  }

  private String epilogue() {
    int count = heldUp.size();
    String were =
        String.format(
            (Locale) null, "%,d %s held up", count, count == 1 ? "thread was" : "threads were");
    return finding.kind() == Kind.LONG_HOLD
        ? were + " by " + about
        : about + " waits no more; " + were;
  }
}
