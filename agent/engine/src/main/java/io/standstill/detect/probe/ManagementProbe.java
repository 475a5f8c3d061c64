package io.standstill.detect.probe;

import io.standstill.jvm.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks {@link ThreadMXBean}: platform threads only. Without stacks this needs no safepoint. Locked
 * synchronizers are never asked for, since finding them walks the heap.
 */
final class ManagementProbe implements ThreadProbe {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public Map<Thread, ThreadFacts> waits(Collection<Thread> asked) {
    return facts(asked, false);
  }

  @Override
  public Map<Thread, ThreadFacts> details(Collection<Thread> asked) {
    return facts(asked, true);
  }

  private Map<Thread, ThreadFacts> facts(Collection<Thread> asked, boolean withStacks) {
    Thread[] platform = asked.stream().filter(t -> !Threads.isVirtual(t)).toArray(Thread[]::new);
    long[] ids = Arrays.stream(platform).mapToLong(Threads::id).toArray();
    ThreadInfo[] infos = ask(ids, withStacks);
    Map<Thread, ThreadFacts> facts = new IdentityHashMap<>();
    for (int i = 0; i < platform.length; i++) {
      if (infos[i] != null) {
        facts.put(platform[i], facts(infos[i], withStacks));
      }
    }
    return facts;
  }

  /** On JDK 17 this calls {@code getId}, which a thread class may override and which may throw. */
  private ThreadInfo[] ask(long[] ids, boolean withStacks) {
    try {
      return withStacks ? threads.getThreadInfo(ids, true, false) : threads.getThreadInfo(ids, 0);
    } catch (RuntimeException | Error notAllAtOnce) {
      ThreadInfo[] infos = new ThreadInfo[ids.length];
      for (int i = 0; i < ids.length && ids.length > 1; i++) {
        infos[i] = ask(new long[] {ids[i]}, withStacks)[0];
      }
      return infos;
    }
  }

  private static ThreadFacts facts(ThreadInfo info, boolean details) {
    boolean blocked = info.getThreadState() == Thread.State.BLOCKED;
    LockRef lock = LockRef.of(info.getLockInfo());
    LockRef waitingOn = Threads.isWaiting(info.getThreadState()) ? lock : null;
    return new ThreadFacts(
        info.getThreadState(),
        blocked ? lock : null,
        waitingOn,
        blocked ? Math.max(0, info.getLockOwnerId()) : 0,
        details ? monitors(info, waitingOn) : null,
        details ? info.getStackTrace() : null,
        info.getBlockedCount() + info.getWaitedCount());
  }

  private static List<ThreadFacts.OwnedMonitor> monitors(ThreadInfo info, LockRef givenUp) {
    List<ThreadFacts.OwnedMonitor> owned = new ArrayList<>();
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      LockRef lock = LockRef.of(monitor);
      if (!Objects.equals(lock, givenUp)) {
        owned.add(new ThreadFacts.OwnedMonitor(lock, monitor.getLockedStackFrame()));
      }
    }
    return owned;
  }
}
