package io.standstill.detect.evidence;

import io.standstill.detect.probe.Synchronizers;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Who holds what, by the journals: an index over one moment. */
public final class Holders {
  /** One entry of one journal. */
  public record Holder(Thread thread, Holdings.Entry entry) {}

  private final Map<Object, List<Holder>> byLock = new IdentityHashMap<>();

  Holders(DepartedThreads departed) {
    for (Journal journal : Journals.all()) {
      Thread thread = journal.isBusy() ? journal.get() : null;
      if (thread != null) {
        for (Holdings.Entry entry : journal.holdings().held()) {
          add(thread, entry);
        }
      }
    }
    departed.forEach(this::add);
  }

  private void add(Thread thread, Holdings.Entry entry) {
    if (entry != null) {
      byLock
          .computeIfAbsent(Synchronizers.parkedOn(entry.lock()), unused -> new ArrayList<>())
          .add(new Holder(thread, entry));
    }
  }

  /** The entries for a monitor, a foreign lock, or the object that threads park on. */
  public List<Holder> of(Object lock) {
    return byLock.getOrDefault(lock, List.of());
  }
}
