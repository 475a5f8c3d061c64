package io.standstill.order;

import java.util.HashMap;
import java.util.Map;

/**
 * Places where locks are taken that nobody has ever taken before: who makes an object while it
 * holds the lock of the table that the object is for, and locks it before it puts it there, never
 * waits for it. What was seen there were several locks, each for the first time.
 */
final class Newborns {
  private static final int MOST_CHAINS = 2_000;
  private static final int MANY = 8;

  private final Map<Integer, Seen> chains = new HashMap<>();

  void add(Acquisition acquisition) {
    acquisition.held().forEach(hold -> hold.lock().seen(acquisition.number()));
    boolean first = acquisition.taken().lock().seen(acquisition.number());
    Seen seen = chains.get(acquisition.chain());
    if (seen == null && chains.size() < MOST_CHAINS) {
      chains.put(acquisition.chain(), seen = new Seen());
    }
    if (seen != null) {
      seen.firsts += first ? 1 : 0;
      seen.others += first ? 0 : 1;
    }
  }

  /** True if the lock that this edge takes may have been made just before. */
  boolean mayHave(Edge edge) {
    return firsts(edge) > 1;
  }

  /** True if no other lock has ever been taken there, and many were. */
  boolean have(Edge edge) {
    return firsts(edge) >= MANY;
  }

  private int firsts(Edge edge) {
    Seen seen = chains.get(edge.by().chain());
    return seen == null || seen.others > 0 ? 0 : seen.firsts;
  }

  private static final class Seen {
    private int firsts;
    private int others;
  }
}
