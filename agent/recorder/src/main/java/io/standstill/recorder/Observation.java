package io.standstill.recorder;

import java.lang.ref.WeakReference;

/**
 * One thread takes one lock while it holds others; or it waits for a signal, and takes the lock
 * that it gave up again. Keeps all of them alive until the engine has seen it, a moment later;
 * refers to them weakly from then on.
 */
public final class Observation {
  /** As {@link #began()}: nobody tells when this worker began its task. */
  public static final int UNKNOWN = -1;

  /** Of what is held, only the newest so many are told. */
  static final int MOST_HELD = 32;

  private static final String VIRTUAL = "java.lang.BaseVirtualThread";

  /** Next older one that waits for the engine. */
  Observation next;

  final int step;

  private final int number = Order.nextNumber();
  private final WeakReference<Journal> journal;
  private final long threadId;
  private final String threadName;
  private final boolean virtual;
  private final int moves;
  private final WeakReference<Object>[] locks;
  private Object[] unseen;
  private final int[] sites;
  private final int chain;
  private final boolean taken;
  private final boolean again;
  private final int began;
  private final boolean ofTask;
  private StackSnapshot stack;

  Observation(
      Journal own,
      Object[] locks,
      int[] sites,
      int chain,
      boolean taken,
      boolean again,
      int began,
      StackSnapshot stack) {
    Thread thread = Thread.currentThread();
    this.threadName = thread.getName();
    this.virtual = VIRTUAL.equals(thread.getClass().getSuperclass().getName());
    this.journal = new WeakReference<>(own);
    this.threadId = own.threadId;
    this.moves = own.moves() + 1;
    this.step = own.step();
    this.locks = weak(locks);
    this.unseen = locks;
    this.sites = sites;
    this.chain = chain;
    this.taken = taken;
    this.again = again;
    this.began = began;
    this.ofTask = own.task() != null;
    this.stack = stack;
  }

  private static WeakReference<Object>[] weak(Object[] locks) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    WeakReference<Object>[] weak = new WeakReference[locks.length];
    for (int i = 0; i < locks.length; i++) {
      weak[i] = new WeakReference<>(locks[i]);
    }
    return weak;
  }

  WeakReference<Object> taken() {
    return locks[locks.length - 1];
  }

  WeakReference<Object> lastHeld() {
    return locks[locks.length - 2];
  }

  /** Counts all observations, from 1: the time at which this one was made. */
  public int number() {
    return number;
  }

  /** The thread's name, which may be empty. */
  public String threadName() {
    return threadName;
  }

  /** Whether it is a virtual thread. */
  public boolean isVirtual() {
    return virtual;
  }

  /** Its id. */
  public long threadId() {
    return threadId;
  }

  /** How many locks there are: those held, oldest first, then the one that is taken. */
  public int size() {
    return locks.length;
  }

  /** A lock, or null if it is gone. */
  public Object lock(int index) {
    Object[] alive = unseen;
    return alive == null ? locks[index].get() : alive[index];
  }

  /** Keeps the locks alive no longer. */
  public void seen() {
    unseen = null;
  }

  /** Where a lock was, or is, taken: an id of {@link SiteTable}. */
  public int site(int index) {
    return sites[index];
  }

  /** The hash of all sites together. */
  public int chain() {
    return chain;
  }

  /** True if the thread held the lock before, gave it up to wait, and takes it again. */
  public boolean isAgain() {
    return again;
  }

  /** How many steps were in the {@link ForkLog} of the thread. */
  public int step() {
    return step;
  }

  /** When the task or the thread began, counted in observations, or {@link #UNKNOWN}. */
  public int began() {
    return began;
  }

  /** True if a worker of a pool runs a task that it was seen to take. */
  public boolean isOfTask() {
    return ofTask;
  }

  /**
   * The stack, or null unless this was one of the first observations of its chain. Given once, as
   * it keeps classes alive.
   */
  public StackTraceElement[] takeStack() {
    StackSnapshot taken = stack;
    stack = null;
    return taken == null ? null : taken.getStackTrace();
  }

  /** True while the thread still waits for the lock, or is just about to take it. */
  public boolean isPending() {
    Journal own = journal.get();
    if (taken || own == null) {
      return false;
    }
    if (own.moves() == moves) {
      return true;
    }
    Object lock = taken().get();
    for (Holdings.Entry foreign : own.holdings().foreign()) {
      if (foreign.lock() == lock) {
        return true;
      }
    }
    return false;
  }
}
