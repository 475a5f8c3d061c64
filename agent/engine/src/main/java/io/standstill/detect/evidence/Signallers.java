package io.standstill.detect.evidence;

import io.standstill.detect.probe.Crowd;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.release.Reach;
import io.standstill.release.Release;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import java.util.Collection;
import java.util.List;

/**
 * Who could signal those that wait on an object: the threads that may come to code that does, or
 * whose tasks have the object or such code at hand. Errs to naming too many.
 */
public final class Signallers {
  /** With more tasks, nothing is claimed. */
  private static final int MOST_TASKS = 2_000;

  private final Pools pools;
  private final Collection<Thread> threads;
  private final Outlook outlook;

  /**
   * An answer.
   *
   * @param threads who could do it, those that wait for the same left out
   * @param foreseeable whether nobody else may come by: no worker is idle, no thread waits for
   *     input from outside
   */
  public record Answer(ThreadSet threads, boolean foreseeable) {}

  Signallers(Pools pools, Collection<Thread> threads, Outlook outlook) {
    this.pools = pools;
    this.threads = threads;
    this.outlook = outlook;
  }

  /**
   * Who could signal.
   *
   * @param awaited the monitor or condition
   * @param waiters those that wait for it, and can do nothing before it comes
   * @return null if that is open: a task in a queue might, or there is too much to look at
   */
  public Answer of(Object awaited, Release.Kind kind, ThreadSet waiters) {
    Reach reach = Reach.ofObjectOrCode(awaited, kind);
    if (Crowd.isTooLarge(threads) || isQueued(awaited, kind, reach)) {
      return null;
    }
    ThreadSet able = new ThreadSet();
    boolean foreseeable = true;
    for (Thread thread : threads) {
      if (!waiters.contains(thread)) {
        foreseeable &= !awaitsWork(thread);
        if (signals(outlook.of(thread), awaited, kind) || outlook.leadsTo(reach, thread)) {
          able.add(thread);
        }
      }
    }
    return new Answer(able, foreseeable);
  }

  /** True if a task in a queue might do it, or there is too much to look at. */
  public boolean isQueued(Object awaited, Release.Kind kind, Reach reach) {
    for (Pool pool : pools.all()) {
      if (!pool.complete() || pool.queued().size() > MOST_TASKS) {
        return true;
      }
      for (Object task : pool.queued()) {
        if (signals(Releases.of(task), awaited, kind) || reach.leadsFrom(task)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True if one of these releases signals the awaited object, or one that is not known. */
  public static boolean signals(List<Released> released, Object awaited, Release.Kind kind) {
    return released.stream()
        .anyMatch(r -> r.kind() == kind && (r.object() == null || r.object() == awaited));
  }

  /** What an idle worker will run next, or a server be asked for, nobody can foresee. */
  public boolean awaitsWork(Thread thread) {
    StackTraceElement[] stack = outlook.stackOf(thread);
    boolean onNetwork =
        stack.length > 0
            && Threads.state(thread) == Thread.State.RUNNABLE
            && (stack[0].getClassName().startsWith("sun.nio.")
                || stack[0].getClassName().startsWith("java.net."));
    return onNetwork || pools.workedBy(thread) != null && GateWatch.isIdle(stack);
  }
}
