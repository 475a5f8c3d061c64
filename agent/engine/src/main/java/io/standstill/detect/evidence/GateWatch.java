package io.standstill.detect.evidence;

import io.standstill.detect.probe.BusyTime;
import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.Ration;
import io.standstill.detect.probe.Subject;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.pool.TaskHolders;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices threads that have waited for some seconds at a latch, barrier, phaser, semaphore or
 * future while tasks wait in the queue of a pool none of whose workers does anything. Only then is
 * it worth asking what these tasks would release. In most applications that never happens.
 */
public final class GateWatch {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** So many stacks are read in one look at most, to tell barriers from other conditions. */
  private static final int MOST_STACKS = 16;

  private static final int FRAMES = 8;
  private static final String BARRIER = "java.util.concurrent.CyclicBarrier";

  private final Ration asking = new Ration(0, 2_000);
  private boolean poolStands;
  private final LongSupplier nanos;
  private Map<Long, Spell> spells = new HashMap<>();
  private int stacksRead;

  /**
   * @param nanos steady time
   */
  public GateWatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** One thread that parks on one object, since some time. */
  private static final class Spell {
    final WeakReference<Object> parkedOn;
    final long since;

    /** Whether it waits at a gate; null if nobody has looked yet. */
    Boolean atGate;

    Spell(Object parkedOn, long since) {
      this.since = since;
      this.parkedOn = new WeakReference<>(parkedOn);
      this.atGate = Gate.mayBeBarrier(parkedOn) ? null : true;
    }

    boolean isOld(long now) {
      return now - since >= PATIENCE_NANOS;
    }
  }

  /** Those that have lost patience; empty unless a pool stands. */
  public ThreadSet look(Collection<Thread> threads) {
    ThreadSet patient = new ThreadSet();
    Map<Long, Spell> going = new HashMap<>();
    long now = nanos.getAsLong();
    stacksRead = 0;
    for (Thread thread : threads) {
      Object parkedOn = ParkBlocker.of(thread, Threads.state(thread));
      if (Gate.isAwaited(parkedOn) || Gate.mayBeBarrier(parkedOn)) {
        Spell spell = spells.get(Threads.id(thread));
        if (spell == null || !spell.parkedOn.refersTo(parkedOn)) {
          spell = new Spell(parkedOn, now);
        }
        going.put(Threads.id(thread), spell);
        if (spell.isOld(now) && isAtGate(spell, thread)) {
          patient.add(thread);
        }
      }
    }
    spells = going;
    return !patient.isEmpty() && doesAnyStand(threads) ? patient : new ThreadSet();
  }

  /** All pools are read for that, so not in each look. */
  private boolean doesAnyStand(Collection<Thread> threads) {
    long now = nanos.getAsLong();
    if (asking.isDue(now)) {
      BusyTime busy = new BusyTime();
      poolStands = anyStands(threads);
      asking.took(now, busy.nanos());
    }
    return poolStands;
  }

  private boolean isAtGate(Spell spell, Thread thread) {
    if (spell.atGate == null && stacksRead < MOST_STACKS) {
      stacksRead++;
      spell.atGate = Subject.of(thread, null).isIn(BARRIER, "dowait", FRAMES);
    }
    return Boolean.TRUE.equals(spell.atGate);
  }

  private static boolean anyStands(Collection<Thread> threads) {
    for (Pool pool : TaskHolders.among(Pools.of(threads))) {
      if (stands(pool)) {
        return true;
      }
    }
    return false;
  }

  /** True if tasks wait in a pool all of whose workers are in the middle of something. */
  static boolean stands(Pool pool) {
    if (pool.queued().isEmpty() || !pool.complete() || pool.workers().isEmpty()) {
      return false;
    }
    for (Thread worker : pool.workers()) {
      Thread.State state = Threads.state(worker);
      if (state != Thread.State.BLOCKED && !Threads.isWaiting(state)) {
        return false;
      }
    }
    for (Thread worker : pool.workers()) {
      if (isIdle(Threads.stack(worker))) {
        return false;
      }
    }
    return true;
  }

  /** An idle worker waits for a task: there is no other code on its stack. */
  public static boolean isIdle(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String method = frame.getClassName() + "." + frame.getMethodName();
      if (method.equals("java.util.concurrent.ThreadPoolExecutor.getTask")
          || method.equals("java.util.concurrent.ForkJoinPool.awaitWork")
          || method.equals("java.util.TimerThread.mainLoop") && isTimersOwnWait(stack)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTimersOwnWait(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (!frame.getClassName().startsWith("java.lang.Object")
          && !frame.getClassName().startsWith("java.util.Timer")
          && !frame.getClassName().startsWith("java.lang.Thread")) {
        return false;
      }
    }
    return true;
  }
}
