package io.standstill.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which steps were failed so far, and for what: the test tool may forget those of a class that
 * never ends. Thread-safe.
 */
final class FailedSteps {
  private final List<String> words = new CopyOnWriteArrayList<>();

  void note(Scope scope) {
    scope.found().forEach(finding -> words.add(Words.ofFailed(scope, finding)));
  }

  /** One line for each. */
  List<String> words() {
    return words;
  }
}
