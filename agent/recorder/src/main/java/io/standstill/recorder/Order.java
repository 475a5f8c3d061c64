package io.standstill.recorder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jdk.internal.vm.annotation.DontInline;

/**
 * Watches in which order locks are taken. Called before a lock is taken while others are held.
 *
 * <p>The sites of what is held and of what is taken make a <em>chain</em>, known by a hash. A chain
 * that the thread knows, or of which enough has been seen, costs two comparisons of numbers; no
 * lock is touched. Of a new one, a few {@link Observation}s are made, for the engine to fetch.
 *
 * <p>Time is counted in observations: whatever else a thread does, it notes how many there were
 * before. So the order of two observations, and of what lies between them, is known without a look
 * at any clock. Tables are written racily: a lost count means one observation more.
 */
public final class Order {
  /** How many sites of what is held belong to a chain; what lies deeper is left out. */
  private static final int LONGEST_CHAIN = 8;

  private static final int CHAINS = 1 << 12;

  /** So many observations of a chain, by all threads, are enough until the engine asks for more. */
  static final int ENOUGH = 64;

  /** So many more are made when the engine asks. */
  private static final int MORE = 16;

  /** So many observations of a chain bring their stack. */
  private static final int MOST_STACKS = 16;

  /** Observations that the engine has not fetched; those that do not fit are made later. */
  private static final int MOST_WAITING = 2_000;

  private static final int[] FULL = new int[CHAINS];
  private static final int[] SEEN = new int[CHAINS];
  private static final int[] COUNTS = new int[CHAINS];
  private static final AtomicReference<Observation> WAITING = new AtomicReference<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static boolean on;
  private static int round;
  private static volatile int room = MOST_WAITING;
  private static volatile boolean missed;

  private Order() {}

  /**
   * The thread is about to take a lock, or has just taken it, and holds others.
   *
   * @param taken true if it has been taken already
   */
  static void taking(Journal own, Object lock, int site, boolean taken) {
    if (!on || own.locks[own.top - 1] == lock) {
      return; // Taken once more by its holder, it is ordered behind nothing new.
    }
    int chain = chain(own, site);
    if (isNew(own, chain)) {
      look(own, lock, site, chain, taken, false);
    }
  }

  /** The thread is about to give up a lock while it waits, and to take it again afterwards. */
  static void retaking(Journal own, Object lock, int site) {
    if (!on) {
      return;
    }
    int chain = chain(own, site);
    if (isNew(own, chain)) {
      look(own, lock, site, chain, true, true);
    }
  }

  private static boolean isNew(Journal own, int chain) {
    return own.knownChains[chain & OrderNotes.SLOTS - 1] != (chain ^ round)
        && FULL[index(chain)] != chain;
  }

  private static int chain(Journal own, int site) {
    long[] marks = own.marks;
    int top = own.top;
    int hash = site * 31 + Mark.site(marks[top - 1]);
    if (top > 1) {
      hash = hash * 31 + Mark.site(marks[top - 2]);
    }
    return (top <= 2 ? hash : longerChain(marks, top - 3, hash)) * 0x9E3779B9;
  }

  private static int longerChain(long[] marks, int from, int start) {
    int last = Math.max(0, from + 3 - LONGEST_CHAIN);
    int hash = start;
    for (int i = from; i >= last; i--) {
      hash = hash * 31 + Mark.site(marks[i]);
    }
    return hash;
  }

  private static int index(int chain) {
    return chain >>> 20;
  }

  @DontInline
  private static void look(
      Journal own, Object lock, int site, int chain, boolean taken, boolean again) {
    try {
      own.orderNotes().look(own, lock, site, chain, taken, again, round);
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /** True if there is room for one more observation. */
  static boolean hasRoom() {
    if (room <= 0) {
      miss();
    }
    return room > 0;
  }

  /** An observation is not made, or not now. */
  static void miss() {
    if (!missed) {
      missed = true;
    }
  }

  /**
   * Counts an observation of a chain; true if it is so new that its stack is of interest.
   *
   * @param enough how many there may be in all
   */
  static boolean count(int chain, int enough) {
    int at = index(chain);
    if (SEEN[at] != chain) {
      SEEN[at] = chain;
      COUNTS[at] = 0;
    }
    if (++COUNTS[at] >= enough) {
      FULL[at] = chain;
    }
    return COUNTS[at] <= MOST_STACKS;
  }

  /** The number of a new observation. */
  static int nextNumber() {
    return NUMBERS.incrementAndGet();
  }

  /** How many observations there have been, as far as this thread has heard. */
  public static int now() {
    return NUMBERS.getPlain();
  }

  /** A risk was told: who asks only when the count of observations has changed hears of it. */
  public static void told() {
    nextNumber();
  }

  /** How many observations there have been. */
  static int count() {
    return NUMBERS.get();
  }

  static void add(Observation observation) {
    room--;
    Observation newest;
    do {
      newest = WAITING.get();
      observation.next = newest;
    } while (!WAITING.compareAndSet(newest, observation));
  }

  static boolean isOn() {
    return on;
  }

  /** Begins to watch. Before, and without, nested locks cost no more than others. */
  public static void begin() {
    on = true;
  }

  /** Watches no more, and forgets what nobody has fetched. */
  public static void end() {
    on = false;
    WAITING.set(null);
  }

  /** True if nothing has been observed ever: most programs nest no locks before they are up. */
  public static boolean isBlank() {
    return count() == 0;
  }

  /** Takes what has been observed since the last time, oldest first. */
  public static List<Observation> fetch() {
    List<Observation> all = new ArrayList<>();
    Observation each = WAITING.getAndSet(null);
    room = MOST_WAITING;
    while (each != null) {
      all.add(each);
      Observation next = each.next;
      each.next = null;
      each = next;
    }
    Collections.reverse(all);
    return all;
  }

  /** True if since the last call there was an observation that was left out. */
  public static boolean hasMissed() {
    boolean was = missed;
    missed = false;
    return was;
  }

  /** Asks for more observations of a chain, once {@link #askAgain} is called. */
  public static void watch(int chain) {
    int at = index(chain);
    if (SEEN[at] == chain && COUNTS[at] >= ENOUGH - MORE) {
      COUNTS[at] = ENOUGH - MORE;
      FULL[at] = 0;
    }
  }

  /** Lets each thread make a few observations again of each chain that is not full. */
  public static void askAgain() {
    round += 0x61C88647;
  }
}
