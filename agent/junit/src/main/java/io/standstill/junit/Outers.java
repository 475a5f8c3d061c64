package io.standstill.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.UniqueId;

/**
 * What JUnit does for tests and classes outside the steps that the extension sees: callbacks and
 * resolvers of other extensions, lazy streams of tests, tests of other engines. Such a step can be
 * interrupted, but nobody can make it throw. So what it is blamed for is told by whoever can: the
 * extension's last callback of that test or class, or the end of the run. Thread-safe.
 */
final class Outers {
  private final Scopes scopes;
  private final Judge judge;
  private final Map<UniqueId, Scope> open = new ConcurrentHashMap<>();

  /** Findings of steps that have ended as if nothing had been, and what people call these. */
  private final Map<Finding, String> untold = new LinkedHashMap<>();

  Outers(Scopes scopes, Judge judge) {
    this.scopes = scopes;
    this.judge = judge;
  }

  /**
   * JUnit begins with a test or a class.
   *
   * @param id its unique id
   */
  void open(UniqueId id, Scope scope) {
    open.put(id, scope);
    scopes.open(scope);
  }

  /** True if an outer step that has not ended is blamed for anything. */
  boolean areBlamed() {
    for (Scope scope : open.values()) {
      if (scope.hasFailed()) {
        return true;
      }
    }
    return false;
  }

  /** What this outer step is blamed for, once: the caller fails for it. */
  List<Finding> take(UniqueId id) {
    Scope scope = open.get(id);
    return scope == null ? List.of() : scope.take();
  }

  /**
   * JUnit has ended it.
   *
   * @param red whether it has failed, for whatever reason
   * @return what it was blamed for, and has not failed for
   */
  List<Finding> close(UniqueId id, boolean red) {
    Scope scope = open.remove(id);
    return scope == null ? List.of() : close(scope, red);
  }

  private List<Finding> close(Scope scope, boolean red) {
    List<Finding> found = drop(scope);
    if (!red) {
      synchronized (untold) {
        found.forEach(finding -> untold.put(finding, scope.span().name()));
      }
    }
    return found;
  }

  /** A step ends, or is left behind, and cannot be failed any more; returns what it should have. */
  List<Finding> drop(Scope scope) {
    scope.seal();
    scopes.close(scope);
    List<Finding> found = scope.found();
    judge.forget(found);
    return found;
  }

  /** Those that nothing has failed for, with the names of the steps, once. */
  Map<Finding, String> untold() {
    synchronized (untold) {
      Map<Finding, String> all = new LinkedHashMap<>(untold);
      untold.clear();
      return all;
    }
  }
}
