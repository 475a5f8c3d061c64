package io.standstill.weave;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.List;

/** What the journal of the current thread says: fixtures call this from inside their locks. */
public final class Seen {
  private Seen() {}

  public static Holdings now() {
    return of(Thread.currentThread());
  }

  public static Holdings of(Thread thread) {
    for (Journal journal : Journals.all()) {
      if (journal.get() == thread) {
        return journal.holdings();
      }
    }
    return new Holdings(0, new Holdings.Entry[0], null, List.of(), List.of());
  }

  /** The locks that the current thread holds, oldest first. */
  public static List<Object> held() {
    List<Object> locks = new ArrayList<>();
    for (Holdings.Entry entry : now().held()) {
      locks.add(entry.lock());
    }
    return locks;
  }

  /** The site of the newest lock that the current thread holds. */
  public static Site newestSite() {
    Holdings.Entry[] held = now().held();
    return SiteTable.get(held[held.length - 1].site());
  }
}
