package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Threads that a step leaves behind when it ends, stuck already. The JVM tells cheaply whether
 * platform threads wait for each other; whoever is to blame does not end before the agent has told.
 */
final class Leftovers {
  /** For so long the agent may take to tell of a circle. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long POLL_MILLIS = 50;

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
   * @param anythingFound whether there was any finding lately
   */
  void settle(Scope scope, boolean madeThreads, boolean anythingFound) {
    Agent agent = madeThreads ? contact.await(PATIENCE_NANOS) : contact.agent();
    boolean worthAsking = agent != null && (madeThreads || anythingFound);
    if (worthAsking && !judge.mine(scope, agent.findings()).isEmpty()) {
      agent.look(); // It may be over.
      judge.judgeAtEnd(scope, agent.findings());
    } else if (madeThreads && exist(scope.span().first())) {
      awaitFinding(scope);
    }
  }

  private void awaitFinding(Scope scope) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (scope.found().isEmpty() && System.nanoTime() - end < 0 && exist(scope.span().first())) {
      OwnThread.rest(POLL_MILLIS);
      judge.judgeAtEnd(scope, contact.findings());
    }
  }
}
