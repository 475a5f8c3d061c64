package io.standstill.detect;

import io.standstill.finding.Finding;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A situation that was reported and lasts, remembered without keeping its threads alive. */
final class Standing {
  private final Finding finding;
  private final Set<Long> ids;
  private final List<WeakReference<Thread>> members;
  private final long since = System.nanoTime();

  Standing(Situation situation, Finding finding) {
    this.finding = finding;
    this.ids = situation.ids();
    this.members = situation.members().stream().map(WeakReference::new).toList();
  }

  Finding finding() {
    return finding;
  }

  boolean overlaps(Situation situation) {
    return situation.ids().stream().anyMatch(ids::contains);
  }

  boolean isIn(List<Situation> situations) {
    return situations.stream().anyMatch(this::overlaps);
  }

  List<Thread> liveMembers() {
    return members.stream()
        .map(WeakReference::get)
        .filter(Objects::nonNull)
        .filter(Thread::isAlive)
        .toList();
  }

  long ageMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }
}
