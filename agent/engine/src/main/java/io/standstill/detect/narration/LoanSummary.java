package io.standstill.detect.narration;

import io.standstill.detect.evidence.LoanBook;
import io.standstill.detect.waits.Situation;
import io.standstill.release.PoolSize;
import java.util.List;
import java.util.stream.Stream;

/** Says in one sentence why nobody gets an object from a pool any more. */
final class LoanSummary {
  private final Situation situation;

  LoanSummary(Situation situation) {
    this.situation = situation;
  }

  /** The sentence; null if there is more to it than one pool for which all wait. */
  String sentence() {
    Object pool = situation.waits().values().iterator().next().lock().object();
    if (!situation.waits().values().stream()
        .allMatch(wait -> wait.isForLoan() && wait.lock().object() == pool)) {
      return null;
    }
    List<Thread> waiters = situation.waiters();
    List<LoanBook.Lent> lent = situation.evidence().loans().of(pool);
    String what = nameOf(lent);
    long byWaiters = lent.stream().filter(each -> isByMember(each)).count();
    int size = PoolSize.of(pool);
    return Summary.names(waiters)
        + (waiters.size() == 1 ? " waits" : " wait")
        + " for one more "
        + what
        + (size == PoolSize.UNKNOWN ? "" : " of a pool of " + size)
        + ": "
        + counted(byWaiters, what)
        + " borrowed by "
        + (waiters.size() == 1 ? "the thread that waits" : "the threads that wait")
        + rest(lent, byWaiters);
  }

  private boolean isByMember(LoanBook.Lent lent) {
    return !lent.isLeftBehind() && situation.members().contains(lent.borrower());
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? " is" : "s are");
  }

  private static String rest(List<LoanBook.Lent> lent, long byWaiters) {
    return lent.size() == byWaiters
        ? ""
        : ", and " + (lent.size() - byWaiters) + " never came back from threads that are gone";
  }

  /** What it is, as far as the class tells. */
  private static String nameOf(List<LoanBook.Lent> lent) {
    return lent.stream()
            .anyMatch(each -> each.object() != null && isConnection(each.object().getClass()))
        ? "connection"
        : "object";
  }

  /** By its name, or because it says so: a pool may lend proxies. */
  private static boolean isConnection(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().contains("Connection")
          || Stream.of(c.getInterfaces()).anyMatch(LoanSummary::isConnection)) {
        return true;
      }
    }
    return false;
  }
}
