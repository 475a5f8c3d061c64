package io.standstill.order;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A risk in words that are the same in every run: lock classes and methods, neither identities nor
 * line numbers, nor other numbers that change by themselves. {@code bank.Account@bank.Bank.transfer
 * > bank.Ledger.lock@bank.Bank.transfer} says that the one was held, where it was taken, and that
 * the other was taken, and where. Semicolons separate the edges of a cycle, which may stand in any
 * order.
 *
 * @param line with the full names of fields
 * @param brief the same with short ones, {@code Ledger.lock}, as people write them
 */
record Signature(String line, String brief) {
  static final String STEP = " > ";
  static final String AND = "; ";

  static Signature of(Cycle cycle) {
    return new Signature(
        text(cycle, OrderedLock::lockClass), text(cycle, OrderedLock::lockClassInShort));
  }

  private static String text(Cycle cycle, Function<OrderedLock, String> naming) {
    List<String> edges = new ArrayList<>();
    for (Edge edge : cycle.edges()) {
      edges.add(end(edge.from(), naming) + STEP + end(edge.to(), naming));
    }
    return join(edges);
  }

  /** The edges, each as it stands in the line. */
  List<String> edges() {
    return List.of(line.split(AND));
  }

  /** The locks: each is what was held in one of the edges. */
  Set<String> locks() {
    return edges().stream()
        .map(edge -> edge.substring(0, edge.indexOf('@')))
        .collect(toUnmodifiableSet());
  }

  /** The same risk in its one way of writing; null if this is no signature. */
  static String parse(String text) {
    List<String> edges = new ArrayList<>();
    for (String edge : text.split(";")) {
      String[] ends = edge.split(">");
      if (ends.length != 2 || !isEnd(ends[0].strip()) || !isEnd(ends[1].strip())) {
        return null;
      }
      edges.add(ends[0].strip() + STEP + ends[1].strip());
    }
    return edges.size() < 2 ? null : join(edges);
  }

  private static boolean isEnd(String end) {
    int at = end.indexOf('@');
    return at > 0 && at < end.length() - 1;
  }

  private static String join(List<String> edges) {
    return edges.stream().map(StableNames::in).sorted().collect(joining(AND));
  }

  private static String end(Hold hold, Function<OrderedLock, String> naming) {
    return lock(hold, naming) + (hold.shared() ? "(shared)" : "") + "@" + place(hold.site());
  }

  /** A lock without a class of its own is called as it is called there. */
  private static String lock(Hold hold, Function<OrderedLock, String> naming) {
    OrderedLock lock = hold.lock();
    String name = naming.apply(lock);
    if (name == null) {
      name = hold.site().lockName() == null ? lock.className() : hold.site().lockName();
    }
    return name.replaceAll("[;>@#\\s]", "_");
  }

  private static String place(Site site) {
    return (site.className() + "." + site.method()).replaceAll("[;>@#\\s]", "_");
  }
}
