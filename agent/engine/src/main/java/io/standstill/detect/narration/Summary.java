package io.standstill.detect.narration;

import io.standstill.detect.waits.Situation;
import io.standstill.finding.PoolUse;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one sentence who waits for whom. */
public final class Summary {
  /** A longer circle is not told name by name. */
  private static final int LONGEST_CIRCLE = 8;

  private static final String HOLDS = " waits for itself: it holds the lock that it wants";

  private final Situation situation;
  private final List<PoolUse> pools;
  private final List<Thread> members;

  Summary(Situation situation, List<PoolUse> pools) {
    this.situation = situation;
    this.pools = pools;
    this.members = List.copyOf(situation.members().threads());
  }

  String sentence() {
    if (!pools.isEmpty()) {
      return new PoolSummary(situation, pools).sentence();
    } else if (situation.awaitsSignal()) {
      return lockedOut();
    }
    String exhausted = situation.awaitsLoan() ? new LoanSummary(situation).sentence() : null;
    if (exhausted != null) {
      return exhausted;
    } else if (!situation.ended().isEmpty()) {
      return waitersOfEnded(situation.ended());
    } else if (members.size() == 1) {
      return waitsForItself(members.get(0));
    } else if (!isCircle()) {
      return names(members) + " can be released only by each other";
    } else if (members.size() == 2) {
      return names(members) + " wait for each other";
    } else if (members.size() > LONGEST_CIRCLE) {
      return members.size()
          + " threads wait for each other in a circle, among them "
          + names(members.subList(0, 3));
    }
    return members.stream()
            .map(Threads::name)
            .collect(Collectors.joining(", which waits for "))
            .replaceFirst(", which waits for ", " waits for ")
        + ", which waits for "
        + Threads.name(members.get(0));
  }

  private boolean isCircle() {
    for (int i = 0; i < members.size(); i++) {
      ThreadSet owners = situation.waitOf(members.get(i)).owners();
      long stuck = owners.threads().stream().filter(situation.members()::contains).count();
      if (stuck != 1 || !owners.contains(members.get((i + 1) % members.size()))) {
        return false;
      }
    }
    return true;
  }

  private String lockedOut() {
    List<Thread> asleep =
        members.stream()
            .filter(member -> situation.waitOf(member) != null)
            .filter(member -> situation.waitOf(member).type() == WaitType.SIGNAL)
            .toList();
    List<Thread> others = members.stream().filter(member -> !asleep.contains(member)).toList();
    String whom = asleep.size() == 1 ? "it" : "them";
    return names(asleep)
        + (asleep.size() == 1 ? " waits" : " wait")
        + " for a signal that nobody seems able to give: "
        + (others.isEmpty() ? "all" : names(others))
        + (others.size() == 1 ? " waits behind " : " wait behind ")
        + whom;
  }

  private String waitersOfEnded(List<Thread> ended) {
    List<Thread> waiters = situation.waiters();
    return names(waiters)
        + (waiters.size() == 1 ? " waits" : " wait")
        + " for a lock that can never be released: its owner "
        + names(ended)
        + " has ended";
  }

  private String waitsForItself(Thread thread) {
    String name = Threads.name(thread);
    return switch (situation.waitOf(thread).type()) {
      case THREAD -> name + " waits for itself to end";
      case WRITE_LOCK -> name + " waits for itself: it wants to write while it holds the lock";
      case READ_LOCK -> name + " waits for itself: it wants to read while it holds the lock";
      case PERMIT -> name + " waits for a permit that only it can give back";
      case FUTURE -> name + " waits for itself: it runs the task whose result it wants";
      case MONITOR, LOCK, LOAN, CLASS_INIT, TURN, CARRIER -> name + HOLDS;
      case POOL, PROCESS, LATCH, BARRIER, PHASER -> name + HOLDS;
      case SIGNAL, QUEUE, ELEMENT, UNKNOWN -> name + HOLDS;
    };
  }

  /** The names of these threads in a row, as in a sentence. */
  public static String names(List<Thread> threads) {
    List<String> names = threads.stream().map(Threads::name).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
