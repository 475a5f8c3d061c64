package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.Threads;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Asks the JDK 25 class behind its JSON thread dump: platform and virtual threads alike, by
 * reference, one thread at a time and without a safepoint. {@code ThreadInfo} would call a platform
 * thread that waits for a virtual thread's monitor runnable; it is asked for what the snapshot
 * lacks: its counters, and owners that entered a monitor from native code.
 */
final class SnapshotProbe implements ThreadProbe {
  private final ManagementProbe management = new ManagementProbe();
  private final Method take;
  private final Method state;
  private final PrivateField blocker;
  private final PrivateField blockerObject;
  private final Method waitingOn;
  private final Method stackTrace;
  private final Method ownsMonitors;
  private final Method ownedMonitorsAt;

  SnapshotProbe() {
    try {
      Class<?> snapshot = Class.forName("jdk.internal.vm.ThreadSnapshot");
      take = open(snapshot.getDeclaredMethod("of", Thread.class));
      state = open(snapshot.getDeclaredMethod("threadState"));
      blocker = PrivateField.of(snapshot, "blocker");
      blockerObject = PrivateField.of(snapshot.getName() + "$ThreadBlocker", "obj");
      waitingOn = open(snapshot.getDeclaredMethod("waitingOn"));
      stackTrace = open(snapshot.getDeclaredMethod("stackTrace"));
      ownsMonitors = open(snapshot.getDeclaredMethod("ownsMonitors"));
      ownedMonitorsAt = open(snapshot.getDeclaredMethod("ownedMonitorsAt", int.class));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("this JDK takes no thread snapshots", missing);
    }
  }

  private static Method open(Method method) {
    method.setAccessible(true);
    return method;
  }

  /**
   * Snapshots are dear, so {@code ThreadInfo} is asked first, in one call: if it names an owner for
   * whoever is blocked, and virtual threads tell what they park on, that is all there is to know.
   */
  @Override
  public Map<Thread, ThreadFacts> waits(Collection<Thread> asked) {
    Map<Thread, ThreadFacts> facts = management.waits(asked);
    boolean allNamed = asked.stream().allMatch(thread -> isNamed(thread, facts.get(thread)));
    if (!allNamed) {
      asked.forEach(thread -> put(facts, thread, facts.get(thread)));
    }
    return facts;
  }

  private static boolean isNamed(Thread thread, ThreadFacts facts) {
    boolean blocked = Threads.state(thread) == Thread.State.BLOCKED;
    return facts == null
        ? !blocked && LockSupport.getBlocker(thread) != null
        : !blocked || facts.ownerId() != 0;
  }

  @Override
  public Map<Thread, ThreadFacts> details(Collection<Thread> asked) {
    Map<Thread, ThreadFacts> facts = management.waits(asked);
    asked.forEach(thread -> put(facts, thread, facts.get(thread)));
    return facts;
  }

  private void put(Map<Thread, ThreadFacts> facts, Thread thread, ThreadFacts managed) {
    try {
      ThreadFacts seen = facts(thread, managed);
      if (seen != null) {
        facts.put(thread, seen);
      }
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot take a snapshot of a thread", failure);
    }
  }

  private ThreadFacts facts(Thread thread, ThreadFacts managed)
      throws ReflectiveOperationException {
    Object snapshot = take.invoke(null, thread);
    if (snapshot == null) {
      return null;
    }
    Thread.State seen = (Thread.State) state.invoke(snapshot);
    StackTraceElement[] stack = (StackTraceElement[]) stackTrace.invoke(snapshot);
    Object blockedOn = seen == Thread.State.BLOCKED ? blockedOn(snapshot) : null;
    Object awaited = Threads.isWaiting(seen) ? waitingOn.invoke(snapshot) : null;
    return new ThreadFacts(
        seen,
        LockRef.of(blockedOn),
        LockRef.of(awaited),
        managed == null ? 0 : managed.ownerId(),
        monitors(snapshot, stack, awaited, blockedOn),
        stack,
        managed == null ? -1 : managed.episodes());
  }

  /** The JDK may list a monitor that the thread gave up in {@code wait} (JDK-8361926). */
  private List<ThreadFacts.OwnedMonitor> monitors(
      Object snapshot, StackTraceElement[] stack, Object givenUp, Object wantedBack)
      throws ReflectiveOperationException {
    List<ThreadFacts.OwnedMonitor> owned = new ArrayList<>();
    if ((boolean) ownsMonitors.invoke(snapshot)) {
      for (int depth = 0; depth < stack.length; depth++) {
        Iterator<?> here = ((Stream<?>) ownedMonitorsAt.invoke(snapshot, depth)).iterator();
        while (here.hasNext()) {
          Object monitor = here.next();
          if (monitor != null && monitor != givenUp && monitor != wantedBack) {
            owned.add(new ThreadFacts.OwnedMonitor(LockRef.of(monitor), stack[depth]));
          }
        }
      }
    }
    return owned;
  }

  /**
   * A thread that enters a monitor again after {@code wait} is BLOCKED, but on what it waits on.
   */
  private Object blockedOn(Object snapshot) {
    Object what = blocker.get(snapshot);
    return what == null ? null : blockerObject.get(what);
  }
}
