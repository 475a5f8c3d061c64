package io.standstill.order;

import static java.util.stream.Collectors.joining;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.recorder.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts a risk into words: one thread per edge, with what it held and what it took. */
final class OrderNarrator {
  private static final String ADVICE =
      "Take these locks in one fixed order everywhere, or take a common lock before both. If they"
          + " can never meet, put the risk into a baseline.";

  private final List<Edge> edges;
  private final Certainty certainty;

  OrderNarrator(Cycle cycle, Certainty certainty) {
    this.edges = cycle.edges();
    this.certainty = certainty;
  }

  Finding tell(String id) {
    List<StuckThread> threads = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      threads.add(thread(edges.get(i), edges.get((i + 1) % edges.size())));
    }
    return new Finding(
        Instant.now(),
        id,
        Kind.LOCK_ORDER,
        certainty,
        summary(),
        threads,
        List.of(),
        0,
        null,
        null,
        ADVICE);
  }

  private String summary() {
    String orders = edges.stream().map(edge -> method(edge) + verbs(edge)).collect(joining("; "));
    List<String> names = edges.stream().map(edge -> edge.by().threadName()).toList();
    int last = names.size() - 1;
    return orders
        + ": "
        + String.join(", ", names.subList(0, last))
        + " and "
        + names.get(last)
        + (certainty == Certainty.LIKELY ? " could have met" : " might meet");
  }

  private static String verbs(Edge edge) {
    return edge.by().again()
        ? " keeps "
            + name(edge.from())
            + " while it waits for a signal, then takes "
            + name(edge.to())
            + " again"
        : " takes " + name(edge.from()) + ", then " + name(edge.to());
  }

  private static String method(Edge edge) {
    String className = edge.to().site().className();
    return className.substring(className.lastIndexOf('.') + 1)
        + "."
        + edge.to().site().method()
        + "()";
  }

  private static String name(Hold hold) {
    OrderedLock lock = hold.lock();
    if (lock.name() != null && lock.name().indexOf('.') >= 0) {
      return lock.name();
    }
    String className = lock.className();
    return className.substring(className.lastIndexOf('.') + 1) + "@" + lock.identity();
  }

  private static StuckThread thread(Edge edge, Edge next) {
    List<LockUse> held = new ArrayList<>();
    for (Hold hold : edge.by().held()) {
      held.add(use(hold, List.of(), HoldStack.of(hold.site(), edge.by().stand().own())));
    }
    return new StuckThread(
        edge.by().threadId(),
        edge.by().threadName(),
        edge.by().virtual(),
        null,
        use(edge.to(), List.of(next.by().threadId()), List.of()),
        held,
        edge.by().stand().own(),
        edge.by().stand().alike());
  }

  private static LockUse use(Hold hold, List<Long> owners, List<String> stack) {
    OrderedLock lock = hold.lock();
    return new LockUse(
        hold.shared() ? WaitType.READ_LOCK : lock.isOfPair() ? WaitType.WRITE_LOCK : lock.type(),
        lock.className(),
        lock.identity(),
        hold.site().kind() == Site.Kind.SIGNAL ? lock.name() : hold.site().lockName(),
        hold.site().toString(),
        null,
        owners,
        stack);
  }
}
