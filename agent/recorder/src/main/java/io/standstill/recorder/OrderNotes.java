package io.standstill.recorder;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Which chains of {@link Order} one thread has told of already, and how often it may still. Only
 * the owner of the journal uses it.
 */
final class OrderNotes {
  static final int SLOTS = 1 << 6;

  /** For threads that have told of nothing yet. Never written. */
  static final int[] NOTHING_KNOWN = new int[SLOTS];

  /** What one thread may spend on one chain: a new observation costs more than an old one. */
  private static final int ALLOWANCE = 64;

  private static final int COST_OF_NEW = 8;

  final int[] known = new int[SLOTS];
  private final int[] chains = new int[SLOTS];
  private final int[] rounds = new int[SLOTS];
  private final int[] left = new int[SLOTS];
  private final Observation[] last = new Observation[SLOTS];

  void look(Journal own, Object lock, int site, int chain, boolean taken, int round) {
    int slot = chain & SLOTS - 1;
    if (chains[slot] != chain || rounds[slot] != round) {
      chains[slot] = chain;
      rounds[slot] = round;
      left[slot] = ALLOWANCE;
      last[slot] = null;
    }
    if (lock == null || isRecursive(own, lock) || isLast(own, last[slot], lock)) {
      left[slot]--;
    } else if (Order.hasRoom()) {
      left[slot] -= COST_OF_NEW;
      last[slot] = observe(own, lock, site, chain, taken);
    }
    if (left[slot] <= 0) {
      known[slot] = chain ^ round;
    }
  }

  private static boolean isRecursive(Journal own, Object lock) {
    for (int i = own.top - 1; i >= 0; i--) {
      if (own.locks[i] == lock) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLast(Journal own, Observation last, Object lock) {
    return last != null
        && last.step == own.step()
        && last.taken().refersTo(lock)
        && last.lastHeld().refersTo(own.locks[own.top - 1]);
  }

  /**
   * Null if nothing is really held: what the journal says may be left over. Asked of each lock
   * once, as another thread may hand it over at any moment.
   */
  private static Observation observe(Journal own, Object lock, int site, int chain, boolean taken) {
    int[] held = new int[Math.min(own.top, Observation.MOST_HELD)];
    int count = 0;
    for (int i = own.top - held.length; i < own.top; i++) {
      if (isHeld(own.locks[i], site(own, i))) {
        held[count++] = i;
      }
    }
    if (count == 0) {
      return null;
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    WeakReference<Object>[] locks = new WeakReference[count + 1];
    int[] sites = new int[count + 1];
    for (int i = 0; i < count; i++) {
      locks[i] = new WeakReference<>(own.locks[held[i]]);
      sites[i] = site(own, held[i]);
    }
    locks[count] = new WeakReference<>(lock);
    sites[count] = site;
    boolean isNew = Order.count(chain);
    Observation made =
        new Observation(
            own, locks, sites, chain, taken, began(own), isNew ? new StackSnapshot() : null);
    Order.add(made);
    return made;
  }

  private static int site(Journal own, int index) {
    return (int) (own.marks[index] >>> 32);
  }

  /** What the JVM can tell at once and without a call that an application might have overridden. */
  private static boolean isHeld(Object lock, int site) {
    if (lock == null || ReleaseHistory.handedOver(lock)) {
      return false;
    }
    Site known = SiteTable.get(site);
    if (known != null && known.kind() == Site.Kind.MONITOR) {
      return Thread.holdsLock(lock);
    } else if (lock.getClass() == ReentrantLock.class) {
      return ((ReentrantLock) lock).isHeldByCurrentThread();
    } else if (lock.getClass() == ReentrantReadWriteLock.WriteLock.class) {
      return ((ReentrantReadWriteLock.WriteLock) lock).isHeldByCurrentThread();
    }
    return true;
  }

  /**
   * When the task or thread began, in observations; workers that nobody tells of began just now.
   */
  private static int began(Journal own) {
    Work work = own.work;
    if (work != null && work.task != null) {
      return work.began;
    }
    return Thread.currentThread() instanceof ForkJoinWorkerThread ? Observation.UNKNOWN : own.born;
  }
}
