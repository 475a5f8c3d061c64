package io.standstill.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Called before a task is handed to an executor: remembers which classes of tasks are submitted at
 * which site, so that a task in a queue can tell where it came from.
 *
 * <p>Most sites submit one class, so there is one comparison to make and nothing to write. A site
 * that submits more than a few classes is some wrapper, and tells no more. Classes are held weakly.
 * Races lose or repeat an entry, which does no harm.
 */
public final class SubmissionHooks {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Entry[].class);
  private static final int SIZE = 1 << 12;
  private static final int MOST_CLASSES = 8;
  private static final Entry[] TABLE = new Entry[SIZE];

  /**
   * Whether a worker has handed a task to its own pool, or waited for one: until then nobody needs
   * to know where workers submit, and most applications never do. Racy on purpose.
   */
  static boolean fromInside;

  /** One class that was submitted at one site; the newest first. */
  private static final class Entry extends WeakReference<Class<?>> {
    final int site;
    final int depth;
    final Entry next;

    Entry(Class<?> type, int site, Entry next) {
      super(type);
      this.site = site;
      this.next = next;
      this.depth = next == null ? 1 : next.depth + 1;
    }
  }

  private SubmissionHooks() {}

  /** Before a task is handed over. */
  public static void submitting(Object task, int site) {
    if (task == null) {
      return;
    }
    ForkHooks.forking();
    Class<?> type = task.getClass();
    Entry newest = (Entry) SLOT.getAcquire(TABLE, site & SIZE - 1);
    if (newest == null || newest.site != site || !newest.refersTo(type)) {
      note(type, site, newest);
    }
    if (fromInside) {
      submittingAt(site);
    }
  }

  private static void submittingAt(int site) {
    Journal own = Journals.existing();
    if (own != null && own.work != null) {
      own.work.submittingAt(site);
    }
  }

  /** The only site where tasks of a class are submitted; 0 if there are several, or none. */
  static int onlySiteOf(Class<?> type) {
    List<Integer> sites = sitesOf(type);
    return sites.size() == 1 ? sites.get(0) : 0;
  }

  /** True if tasks of a class are submitted at a site, as far as it is remembered. */
  static boolean submits(Class<?> type, int site) {
    Entry entry = (Entry) SLOT.getAcquire(TABLE, site & SIZE - 1);
    while (entry != null && !(entry.site == site && entry.refersTo(type))) {
      entry = entry.next;
    }
    return entry != null;
  }

  /** The classes of the tasks that are submitted at a site, as far as they are remembered. */
  public static List<Class<?>> typesAt(int site) {
    List<Class<?>> types = new ArrayList<>();
    Entry entry = (Entry) SLOT.getAcquire(TABLE, site & SIZE - 1);
    for (; entry != null; entry = entry.next) {
      Class<?> type = entry.site == site ? entry.get() : null;
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }

  private static void note(Class<?> type, int site, Entry newest) {
    for (Entry entry = newest; entry != null; entry = entry.next) {
      if (entry.site == site && entry.get() == type) {
        return;
      }
    }
    if (newest != null && newest.depth >= MOST_CLASSES) {
      return;
    }
    try {
      SLOT.setRelease(TABLE, site & SIZE - 1, new Entry(type, site, newest));
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /** The numbers of the sites that submit tasks of a class, as far as they are remembered. */
  public static List<Integer> sitesOf(Class<?> type) {
    List<Integer> sites = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Entry entry = (Entry) SLOT.getAcquire(TABLE, i);
      for (; entry != null; entry = entry.next) {
        if (entry.get() == type && !sites.contains(entry.site)) {
          sites.add(entry.site);
        }
      }
    }
    return sites;
  }
}
