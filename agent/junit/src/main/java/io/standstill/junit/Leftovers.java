package io.standstill.junit;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Threads that a step leaves behind when it ends, stuck already. The JVM tells cheaply whether
 * platform threads wait for each other; whoever is to blame does not end before the agent has told.
 * It tells as cheaply whether any wait at all, but idle workers: then the agent takes a look.
 */
final class Leftovers {
  /** For so long the agent may take to tell of a circle. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long POLL_MILLIS = 50;

  /** Where who has nothing to do waits for work, of which no circle can be told. */
  private static final Set<String> IDLE =
      Set.of(
          "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
          "java.util.concurrent.ForkJoinPool");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Contact contact;
  private final Judge judge;

  Leftovers(Contact contact, Judge judge) {
    this.contact = contact;
    this.judge = judge;
  }

  /**
   * Whether platform threads stand in a circle that nobody has told.
   *
   * @param newerThan only threads with a higher id count
   */
  boolean exist(long newerThan) {
    long[] stuck = threads.findDeadlockedThreads();
    if (stuck == null) {
      return false;
    }
    Set<Long> told = judge.toldThreads(contact.findings());
    return Arrays.stream(stuck).anyMatch(id -> id > newerThan && !told.contains(id));
  }

  /**
   * A step is about to end, which nothing was found for so far. If it is the first one and leaves
   * threads behind, the agent may have to be waited for.
   *
   * @param madeThreads whether threads were started meanwhile
   * @param alone whether no other step runs: a look takes time, and they would wait for each other
   * @param anythingFound whether there was any finding lately
   */
  void settle(Scope scope, boolean madeThreads, boolean alone, boolean anythingFound) {
    Agent agent = madeThreads ? contact.await(PATIENCE_NANOS) : contact.agent();
    boolean worthAsking = agent != null && (madeThreads || anythingFound);
    if (worthAsking && !judge.mine(scope, agent.findings()).isEmpty()) {
      agent.look(); // It may be over.
      judge.judgeAtEnd(scope, agent.findings());
    } else if (madeThreads && exist(scope.span().first())) {
      awaitFinding(scope);
    } else if (worthAsking && madeThreads && alone && anyWaits(scope.span().first())) {
      agent.look();
      judge.judgeAtEnd(scope, agent.findings());
    }
  }

  private boolean anyWaits(long newerThan) {
    long[] ids = Arrays.stream(threads.getAllThreadIds()).filter(id -> id > newerThan).toArray();
    return Arrays.stream(threads.getThreadInfo(ids)).anyMatch(Leftovers::waits);
  }

  private static boolean waits(ThreadInfo info) {
    if (info == null || info.getThreadState() != Thread.State.WAITING) {
      return info != null && info.getThreadState() == Thread.State.BLOCKED;
    }
    LockInfo awaited = info.getLockInfo();
    return awaited == null || !IDLE.contains(awaited.getClassName());
  }

  private void awaitFinding(Scope scope) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (scope.found().isEmpty() && System.nanoTime() - end < 0 && exist(scope.span().first())) {
      OwnThread.rest(POLL_MILLIS);
      judge.judgeAtEnd(scope, contact.findings());
    }
  }
}
