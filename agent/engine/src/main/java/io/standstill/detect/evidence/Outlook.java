package io.standstill.detect.evidence;

import io.standstill.detect.probe.LoadedClasses;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pools;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Reach;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import io.standstill.release.ReleasingMethods;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What threads may still do, for one look: told from the code that lies ahead on their stacks, and
 * from what they were made to run.
 */
public final class Outlook {
  private final Pools pools;
  private final LoadedClasses classes;
  private final Map<Thread, StackTraceElement[]> stacks = new IdentityHashMap<>();

  Outlook(Pools pools, LoadedClasses classes) {
    this.pools = pools;
    this.classes = classes;
  }

  /** Each stack is taken once: that stops the thread for a moment. */
  public StackTraceElement[] stackOf(Thread thread) {
    return stacks.computeIfAbsent(thread, Threads::stack);
  }

  /**
   * What a thread may release: by what it runs, where objects are known; and by the methods on its
   * stack, in other places, where they are not.
   */
  public List<Released> of(Thread thread) {
    StackTraceElement[] stack = stackOf(thread);
    if (stack.length == 0 && !Threads.awaitsCarrier(thread)) {
      return List.of(); // One without a stack has not begun, or has ended.
    }
    Object task = taskOf(thread);
    List<Released> all = new ArrayList<>(task == null ? List.of() : Releases.of(task, stack));
    Set<String> resolved = new HashSet<>();
    for (Released released : all) {
      if (released.object() != null) {
        resolved.add(released.place());
      }
    }
    for (Released released : Releases.of(stack, classes::named)) {
      if (!resolved.contains(released.place())) {
        all.add(released);
      }
    }
    return all;
  }

  /**
   * True if all code that releases such an object, run by whomever, is in some methods.
   *
   * @param methods their classes and names, as the places of releases begin: up to the bracket
   */
  public boolean isReleasedOnlyIn(Collection<String> methods, Awaited awaited) {
    return new ReleasingMethods(awaited.object(), awaited.kind(), classes::named).areAmong(methods);
  }

  /** Code may be hidden behind listeners and callbacks, but it must have the object at hand. */
  public boolean leadsTo(Reach wanted, Thread thread) {
    Object work = workOf(thread);
    return work != null && wanted.leadsFrom(work);
  }

  /** True for a thread of the agent's own: it releases nothing, and its objects are many. */
  public static boolean isAgents(Thread thread) {
    Object target = Threads.target(thread);
    return target != null && target.getClass().getClassLoader() == Outlook.class.getClassLoader();
  }

  /** The selector that a thread has to serve, with what it does now on the way; null if none. */
  public EventLoop loopOf(Thread thread) {
    return EventLoop.of(thread, this);
  }

  /** What a thread runs, the thread itself if it overrides {@code run}; null if not known. */
  public Object workOf(Thread thread) {
    Object task = taskOf(thread);
    boolean runsItself = !pools.isKnownAtWork(thread) && thread.getClass() != Thread.class;
    return task == null && runsItself ? thread : task;
  }

  /** True if the task of a thread is not known, but only the loop that has taken it. */
  boolean isInLoop(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    return pools.isInLoop(thread, journal == null ? null : journal.task());
  }

  /** The same of what a thread was made for, whatever it runs now: the loop of a library, say. */
  boolean wasMadeFor(Reach wanted, Thread thread) {
    Object target = Threads.target(thread);
    return target != null && wanted.leadsFrom(target);
  }

  /** What a thread runs: the task of a worker if it is known, else what the thread was made for. */
  private Object taskOf(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    Object task = journal == null ? null : journal.task();
    return task != null || pools.isKnownAtWork(thread) ? task : Threads.target(thread);
  }
}
