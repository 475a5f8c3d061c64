package io.standstill.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The lock-order risks that this JVM has shown so far, and which tests showed them. They outlive a
 * run, of which a JVM may have many: one for each class in parallel forks, and one more for tests
 * that failed. Thread-safe.
 */
final class Risks {
  private final Supplier<LockOrderAgent> finder;
  private final IntSupplier news;
  private final Set<String> seen = new TreeSet<>();
  private final Map<String, List<Finding>> ofTests = new HashMap<>();
  private LockOrderAgent agent;
  private int heard;
  private String lastSum = "";

  /**
   * @param finder the agent, asked for when it is needed first
   * @param news a number that differs if there may be a risk more; zero while there is none
   */
  Risks(Supplier<LockOrderAgent> finder, IntSupplier news) {
    this.finder = finder;
    this.news = news;
  }

  /** Those of this JVM, with the agent in it. */
  static Risks ofThisJvm() {
    return OfThisJvm.RISKS;
  }

  /** As {@link #look}, if it is worth it. */
  synchronized List<Finding> lookIfWorthIt() {
    int now = news.getAsInt(); // From before the look, which may miss what comes meanwhile.
    if (now == heard) {
      return List.of();
    }
    heard = now;
    return look();
  }

  /** Those that were not there before. */
  synchronized List<Finding> look() {
    if (agent == null) {
      agent = finder.get();
    }
    return agent.risks().stream().filter(risk -> seen.add(risk.id())).toList();
  }

  /**
   * A test has ended, and showed these. If it has done so in an earlier run, this is one more try:
   * it shows again what it showed then.
   *
   * @param test its unique id
   * @return all that it showed
   */
  synchronized List<Finding> shown(String test, List<Finding> now) {
    List<Finding> all = new ArrayList<>(ofTests.getOrDefault(test, List.of()));
    all.addAll(now);
    if (!all.isEmpty()) {
      ofTests.put(test, all);
    }
    return all;
  }

  /** After a {@link #look}: how many there are in all; empty if that is zero or was told before. */
  synchronized String sum() {
    String sum = summary(seen.size(), agent.known(), agent.stale());
    if (sum.equals(lastSum)) {
      return "";
    }
    lastSum = sum;
    return sum;
  }

  private static String summary(int fresh, int known, int stale) {
    return fresh + known + stale == 0
        ? ""
        : fresh
            + (fresh == 1 ? " new lock-order risk, " : " new lock-order risks, ")
            + known
            + " known, "
            + stale
            + " stale";
  }

  private static final class OfThisJvm {
    private static final Risks RISKS = new Risks(JmxLockOrderAgent::new, new RiskNews());
  }
}
