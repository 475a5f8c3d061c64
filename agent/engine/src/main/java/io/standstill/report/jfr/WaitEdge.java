package io.standstill.report.jfr;

import io.standstill.finding.Finding;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import java.util.ArrayList;
import java.util.List;

/**
 * The waits of a finding, each between two threads.
 *
 * @param waiter who waits
 * @param owner id of the thread that would have to let go, or null
 * @param awaited what is waited for; null for a thread that works, and gets nowhere
 * @param held the same as the owner holds it, or null if nobody saw it taken
 */
record WaitEdge(StuckThread waiter, Long owner, LockUse awaited, LockUse held) {
  /** More are not told one by one. */
  private static final int MOST = 1_000;

  private static final String ENDED = Thread.State.TERMINATED.name();

  /** In the order of the finding; threads that have ended wait for nothing. */
  static List<WaitEdge> of(Finding finding) {
    List<WaitEdge> edges = new ArrayList<>();
    for (StuckThread waiter : finding.threads()) {
      LockUse awaited = waiter.waitsFor();
      if (awaited == null && !waiter.state().equals(ENDED)
          || awaited != null && awaited.owners().isEmpty()) {
        edges.add(new WaitEdge(waiter, null, awaited, null));
      } else if (awaited != null) {
        for (Long owner : awaited.owners()) {
          edges.add(new WaitEdge(waiter, owner, awaited, held(awaited, owner, finding)));
        }
      }
      if (edges.size() >= MOST) {
        return edges.subList(0, MOST);
      }
    }
    return edges;
  }

  private static LockUse held(LockUse awaited, long owner, Finding finding) {
    List<LockUse> holds = new ArrayList<>();
    for (StuckThread thread : finding.threads()) {
      if (thread.id() == owner) {
        holds.addAll(thread.holds());
      }
    }
    for (LockUse hold : holds) {
      if (awaited.identity() != null && awaited.identity().equals(hold.identity())) {
        return hold;
      }
    }
    List<LockUse> views = holds.stream().filter(hold -> isOtherView(hold, awaited)).toList();
    return views.size() == 1 ? views.get(0) : null;
  }

  /** True for two sides of a read-write lock, perhaps of the same one. */
  private static boolean isOtherView(LockUse one, LockUse other) {
    return !one.className().equals(other.className())
        && one.className().indexOf('$') > 0
        && outerClass(one).equals(outerClass(other));
  }

  private static String outerClass(LockUse lock) {
    int inner = lock.className().indexOf('$');
    return inner < 0 ? lock.className() : lock.className().substring(0, inner);
  }
}
