package io.standstill.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.benchmarks.locks.Cold;
import io.standstill.benchmarks.locks.Collected;
import io.standstill.benchmarks.locks.Contended;
import io.standstill.benchmarks.locks.Nested;
import io.standstill.benchmarks.locks.Uncontended;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

class BenchmarksTest {
  private static final List<Class<?>> CLASSES =
      List.of(Uncontended.class, Nested.class, Cold.class, Collected.class, Contended.class);

  @Test
  void everyBenchmarkRunsOnce() throws ReflectiveOperationException {
    for (Class<?> type : CLASSES) {
      Object state = type.getConstructor().newInstance();
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Setup.class)) {
          method.invoke(state);
        }
      }
      int expected = 1;
      for (Method benchmark : benchmarks(type).toList()) {
        assertEquals(type == Cold.class ? 1 : expected++, benchmark.invoke(state));
      }
    }
  }

  @Test
  void everyBenchmarkHasALineInTheTable() {
    List<String> all = new ArrayList<>();
    for (Class<?> type : CLASSES) {
      benchmarks(type).forEach(method -> all.add(type.getSimpleName() + "." + method.getName()));
    }
    assertEquals(
        all.stream().sorted().toList(),
        LockGroup.CASES.stream().map(LockGroup.Case::benchmark).distinct().sorted().toList());
  }

  @Test
  void nestedLocksAreMeasuredWithoutPredictionToo() {
    assertEquals(
        benchmarks(Nested.class).map(method -> "Nested." + method.getName()).sorted().toList(),
        LockGroup.CASES.stream()
            .filter(each -> each.agentOptions().equals("order=off"))
            .map(LockGroup.Case::benchmark)
            .sorted()
            .toList());
    Jvm jvm = new Jvm(Path.of("java"), Path.of("agent.jar"));
    assertEquals("-javaagent:agent.jar=order=off", jvm.agentOption("order=off"));
    assertEquals("-javaagent:agent.jar", jvm.agentOption());
  }

  @Test
  void equalResultsHaveTheRatioOne() {
    assertEquals(
        new PairedRatio(1, 1, 1), PairedRatio.of(List.of(3.0, 4.0, 5.0), List.of(3.0, 4.0, 5.0)));
  }

  @Test
  void theIntervalHoldsTheMeanOfTheRatios() {
    PairedRatio ratio = PairedRatio.of(List.of(2.0, 4.5, 4.0), List.of(1.0, 2.0, 2.0));
    assertEquals(2.08, ratio.mean(), 0.01);
    assertTrue(ratio.low() < 2 && ratio.high() > 2.08, ratio.toString());
  }

  @Test
  void twoPairsHaveNoInterval() {
    assertEquals("2.00", PairedRatio.of(List.of(2.0), List.of(1.0)).toString());
    assertEquals("2.10", PairedRatio.of(List.of(2.0, 2.2), List.of(1.0, 1.0)).toString());
    String three = PairedRatio.of(List.of(2.0, 2.1, 2.2), List.of(1.0, 1.0, 1.0)).toString();
    assertTrue(three.matches("2[.]10 [(]1[.]\\d\\d-2[.]\\d\\d[)]"), three);
  }

  @Test
  void theLegsTakeTurns() {
    assertEquals(3, Stream.of(0, 1, 2).map(round -> Rounds.order(round).get(0)).distinct().count());
  }

  /** In the order of their names: the JVM lists methods in any order. */
  private static Stream<Method> benchmarks(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .sorted(Comparator.comparing(Method::getName));
  }
}
