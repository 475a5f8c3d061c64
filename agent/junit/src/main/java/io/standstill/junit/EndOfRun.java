package io.standstill.junit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lies in the store of the whole run, which JUnit closes when all tests have ended: what no test
 * was failed for fails the run.
 */
final class EndOfRun implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  private final Watch watch;

  private EndOfRun(Watch watch) {
    this.watch = watch;
  }

  static void arrange(ExtensionContext.Store ofRun, Watch watch) {
    ofRun.getOrComputeIfAbsent(EndOfRun.class, key -> new EndOfRun(watch));
  }

  @Override
  public void close() {
    Map<Finding, String> left = watch.nobodys();
    if (!left.isEmpty()) {
      throw new DeadlockFoundError(
          String.join("\n\n", left.values()), List.copyOf(left.keySet()), null);
    }
  }
}
