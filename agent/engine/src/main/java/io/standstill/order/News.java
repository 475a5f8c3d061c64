package io.standstill.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which risks are news. Where five methods take two locks in one order and five in the other, each
 * with each is a risk, but who was told of nine has heard of all ten. Not thread-safe.
 */
final class News {
  private final Set<List<Object>> told = new HashSet<>();

  /** True unless all of its edges were told before, in risks of the same locks. */
  boolean are(Signature risk) {
    Set<String> locks = risk.locks();
    boolean news = false;
    for (String edge : risk.edges()) {
      news |= told.add(List.of(locks, edge));
    }
    return news;
  }
}
