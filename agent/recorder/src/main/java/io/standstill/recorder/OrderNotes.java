package io.standstill.recorder;

import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jdk.internal.vm.annotation.DontInline;

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

  /**
   * All of an application's bulk operations between collections that lock themselves look alike.
   */
  private static final int ENOUGH_WITHIN_JDK = 512;

  /**
   * So many observations a thread may make at once, and then so many more with each tick: where
   * chains share slots, they make each other be forgotten, and would be told of for ever.
   */
  private static final int MOST_CREDIT = 4_000;

  private static final int CREDIT_PER_TICK = 40;

  final int[] known = new int[SLOTS];
  private final int[] chains = new int[SLOTS];
  private final int[] rounds = new int[SLOTS];
  private final int[] left = new int[SLOTS];
  private final Observation[] last = new Observation[SLOTS];
  private int credit = MOST_CREDIT;
  private int lastTick = Clock.tick;

  void look(
      Journal own, Object lock, int site, int chain, boolean taken, boolean again, int round) {
    if (own.dropHandedOver()) {
      return; // That was another chain, then.
    }
    int slot = chain & SLOTS - 1;
    if (chains[slot] != chain || rounds[slot] != round) {
      chains[slot] = chain;
      rounds[slot] = round;
      left[slot] = ALLOWANCE;
      last[slot] = null;
    }
    if (lock == null || !again && isHeld(own, lock) || isLast(own, last[slot], lock)) {
      left[slot]--;
    } else if (hasCredit() && Order.hasRoom()) {
      left[slot] -= COST_OF_NEW;
      int enough = isWithinJdk(own, site) ? ENOUGH_WITHIN_JDK : Order.ENOUGH;
      last[slot] = observe(own, lock, site, chain, taken, again, enough);
    }
    if (left[slot] <= 0 && isWithinJdk(own, site)) {
      left[slot] = ALLOWANCE;
    } else if (left[slot] <= 0) {
      known[slot] = chain ^ round;
    }
  }

  private boolean hasCredit() {
    int tick = Clock.tick;
    if (tick != lastTick) {
      long more = (long) (tick - lastTick) * CREDIT_PER_TICK;
      credit = (int) Math.min(MOST_CREDIT, credit + more);
      lastTick = tick;
    }
    if (credit <= 0) {
      Order.miss();
      return false;
    }
    credit--;
    return true;
  }

  /** One collection of the JDK calls another: the places tell nothing of who called the first. */
  private static boolean isWithinJdk(Journal own, int site) {
    return isOfTheJdk(site) && isOfTheJdk(site(own, own.top - 1));
  }

  private static boolean isOfTheJdk(int site) {
    Site known = SiteTable.get(site);
    return known != null && known.isOfTheJdk();
  }

  private static boolean isHeld(Journal own, Object lock) {
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
        && last.lastHeld().refersTo(newestBeside(own, lock));
  }

  /** What is held, but for a lock that is given up during a wait. */
  private static Object newestBeside(Journal own, Object lock) {
    int i = own.top - 1;
    while (i >= 0 && own.locks[i] == lock) {
      i--;
    }
    return i < 0 ? null : own.locks[i];
  }

  /**
   * Null if nothing is really held: what the journal says may be left over. Asked of each lock
   * once, as another thread may hand it over at any moment.
   */
  @DontInline
  private static Observation observe(
      Journal own, Object lock, int site, int chain, boolean taken, boolean again, int enough) {
    int[] held = new int[Math.min(own.top, Observation.MOST_HELD)];
    int count = 0;
    for (int i = own.top - held.length; i < own.top; i++) {
      if (own.locks[i] != lock && isReallyHeld(own.locks[i], site(own, i))) {
        held[count++] = i;
      }
    }
    if (count == 0) {
      return null;
    }
    Object[] locks = new Object[count + 1];
    int[] sites = new int[count + 1];
    boolean jdk = isOfTheJdk(site);
    for (int i = 0; i < count; i++) {
      locks[i] = own.locks[held[i]];
      sites[i] = site(own, held[i]);
      jdk |= isOfTheJdk(sites[i]);
    }
    locks[count] = lock;
    sites[count] = site;
    boolean stack = Order.count(chain, enough) || jdk;
    Observation made =
        new Observation(
            own, locks, sites, chain, taken, again, began(own), stack ? new StackSnapshot() : null);
    Order.add(made);
    return made;
  }

  private static int site(Journal own, int index) {
    return Mark.site(own.marks[index]);
  }

  /** What the JVM can tell at once and without a call that an application might have overridden. */
  private static boolean isReallyHeld(Object lock, int site) {
    if (lock == null) {
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
    return !ReleaseHistory.handedOver(lock);
  }

  /**
   * When the task or thread began, in observations; workers that nobody tells of began just now.
   */
  private static int began(Journal own) {
    Work work = own.work;
    if (work != null && work.task() != null) {
      return work.began;
    }
    return Thread.currentThread() instanceof ForkJoinWorkerThread ? Observation.UNKNOWN : own.born;
  }
}
