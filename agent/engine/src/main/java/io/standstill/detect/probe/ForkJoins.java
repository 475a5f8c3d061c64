package io.standstill.detect.probe;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Growth;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Who waits for fork-join tasks, and who runs any. Which task a thread runs the JDK does not keep,
 * nor, before JDK 19, which one a thread waits for: stacks tell that they do.
 */
public final class ForkJoins {
  private static final String TASK = ForkJoinTask.class.getName();
  private static final int FRAMES = 4;

  /** So many stacks are read in one look at most to find those who wait. */
  private static final int MOST_STACKS = 64;

  private ForkJoins() {}

  /**
   * Those who wait for a fork-join task without showing for what, if a worker is among the
   * suspects: else they would be told by nobody.
   */
  public static ThreadSet joining(Collection<Thread> threads, ThreadSet suspects) {
    ThreadSet joining = new ThreadSet();
    if (suspects.threads().stream().noneMatch(ForkJoinWorkerThread.class::isInstance)) {
      return joining;
    }
    int stacksRead = 0;
    for (Thread thread : threads) {
      Thread.State state = Threads.state(thread);
      if (Threads.isWaiting(state)
          && ParkBlocker.of(thread, state) == null
          && stacksRead++ < MOST_STACKS
          && isJoining(Threads.stack(thread))) {
        joining.add(thread);
      }
    }
    return joining;
  }

  /** True if the stack ends in a wait for a fork-join task. */
  public static boolean isJoining(StackTraceElement[] stack) {
    return isIn(stack, "awaitDone", Math.min(FRAMES, stack.length));
  }

  /**
   * Threads in the middle of a fork-join task: only they can complete one, unless the application
   * does so by itself. Null if others may start on one, or if there are too many threads to ask.
   */
  public static ThreadSet runners(Collection<Thread> threads, Pools pools) {
    if (Crowd.isTooLarge(threads)) {
      return null;
    }
    for (Pool pool : pools.all()) {
      boolean mayStart = !pool.queued().isEmpty() && pool.growth() == Growth.ANY_TIME;
      if (pool.executor() instanceof ForkJoinPool && !pool.scheduler() && mayStart) {
        return null;
      }
    }
    ThreadSet runners = new ThreadSet();
    for (Thread thread : threads) {
      if (!Threads.isCarrier(thread) && mayRunTask(thread)) {
        runners.add(thread);
      }
    }
    return runners;
  }

  /** A virtual thread that is ready to run is not asked for its stack: that would cost a turn. */
  private static boolean mayRunTask(Thread thread) {
    if (Threads.awaitsCarrier(thread)) {
      return true;
    }
    StackTraceElement[] stack = Threads.stack(thread);
    return isIn(stack, "doExec", stack.length);
  }

  private static boolean isIn(StackTraceElement[] stack, String method, int frames) {
    for (int i = 0; i < frames; i++) {
      if (stack[i].getMethodName().equals(method) && stack[i].getClassName().equals(TASK)) {
        return true;
      }
    }
    return false;
  }
}
