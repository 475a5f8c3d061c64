package io.standstill.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What one run of fixtures needs: an agent, an extension that asks it, and an end that is noted.
 */
final class Bench {
  final FakeAgent agent = new FakeAgent();
  final List<String> endings = new CopyOnWriteArrayList<>();
  final Watch watch = new Watch(() -> agent, this::end);
  final Settings settings;
  final StandstillExtension extension;

  /** What is to be done when the JVM would end: without it, a fixture that is stuck would hang. */
  volatile Runnable atEnd = () -> {};

  Bench() {
    this(Settings.DEFAULT.kinds(), false);
  }

  Bench(Set<FindingKind> kinds, boolean separate) {
    this(new Settings(kinds, Certainty.LIKELY, Duration.ofMillis(200), separate));
  }

  Bench(Settings settings) {
    this.settings = settings;
    extension = new StandstillExtension(watch, () -> {}, settings);
  }

  private void end(String report) {
    endings.add(report);
    atEnd.run();
  }

  static EngineExecutionResults run(Class<?> fixture) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(fixture)).execute();
  }

  static EngineExecutionResults runInParallel(Class<?>... fixtures) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
        .selectors(selectClasses(fixtures))
        .execute();
  }

  private static DiscoverySelector[] selectClasses(Class<?>... fixtures) {
    return Stream.of(fixtures)
        .map(fixture -> selectClass(fixture))
        .toArray(DiscoverySelector[]::new);
  }
}
