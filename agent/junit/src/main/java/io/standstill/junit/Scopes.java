package io.standstill.junit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that run now, and what ran last. Thread-safe. */
final class Scopes {
  private static final int MOST_PAST = 600;

  private final Map<Thread, Deque<Scope>> open = new LinkedHashMap<>();
  private final Set<Span> past = new LinkedHashSet<>();
  private Long forgotten;
  private long lastChange = System.nanoTime();
  private int opened;

  synchronized void open(Scope scope) {
    scope.span().stepBegan();
    past.remove(scope.span());
    open.computeIfAbsent(scope.thread(), thread -> new ArrayDeque<>()).push(scope);
    lastChange = System.nanoTime();
    opened++;
  }

  synchronized void close(Scope scope) {
    Deque<Scope> ofThread = open.get(scope.thread());
    if (ofThread == null || !ofThread.remove(scope)) {
      return; // It was left behind, and has ended after all.
    }
    if (ofThread.isEmpty()) {
      open.remove(scope.thread());
    }
    scope.span().stepEnded();
    remember(scope.span());
    lastChange = System.nanoTime();
  }

  private void remember(Span span) {
    past.remove(span);
    past.add(span);
    if (past.size() > MOST_PAST) {
      Span oldest = past.iterator().next();
      past.remove(oldest);
      Long ended = oldest.endedNanos();
      forgotten = ended == null ? forgotten : ended; // What has not ended will be remembered again.
    }
  }

  /** The steps of the test, or of the class, with this id that have not ended. */
  synchronized List<Scope> of(String id) {
    return open.values().stream()
        .flatMap(Deque::stream)
        .filter(scope -> !scope.isOuter() && scope.span().id().equals(id))
        .toList();
  }

  /** The innermost step of each thread. */
  synchronized List<Scope> innermost() {
    List<Scope> scopes = new ArrayList<>();
    open.values().forEach(ofThread -> scopes.add(ofThread.peek()));
    return scopes;
  }

  /** What this thread runs, or else the only step that runs at all; null if that is not clear. */
  synchronized Span spanOf(Thread thread) {
    Deque<Scope> own = open.get(thread);
    Scope scope = own == null ? only() : own.peek();
    return scope == null ? null : scope.span();
  }

  /** The innermost step if all that runs is in one thread; null if there is none or several. */
  synchronized Scope only() {
    List<Scope> steps = innermost().stream().filter(scope -> !scope.isOuter()).toList();
    return steps.size() == 1 ? steps.get(0) : null;
  }

  /** What has ended. */
  synchronized Past past() {
    return new Past(new ArrayList<>(past), forgotten);
  }

  /** Since when no step has begun or ended, as {@link System#nanoTime} counts. */
  synchronized long lastChange() {
    return lastChange;
  }

  /** How many steps have begun so far. */
  synchronized int opened() {
    return opened;
  }
}
