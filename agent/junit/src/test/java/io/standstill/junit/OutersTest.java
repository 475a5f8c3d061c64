package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Hangs outside the methods of tests, which end with an interrupt that nobody minds. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutersTest {
  private static TestExecutionSummary run(Bench bench, Class<?> fixture) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .addTestExecutionListeners(
                summary,
                new RunListener(bench.watch, options -> {}, report -> bench.endings.add(report)))
            .build();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(fixture))
            .configurationParameter(Parameters.ENABLED, "true")
            .build();
    LauncherFactory.create(config).execute(request);
    return summary.getSummary();
  }

  private static void hang(Bench bench, String id) {
    Finding finding = bench.agent.finds(id, Certainty.CERTAIN, Thread.currentThread());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException swallowed) {
      bench.agent.forgets(finding);
    }
  }

  private static List<String> failures(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(each -> each.getTestIdentifier().getDisplayName() + ": " + each.getException())
        .toList();
  }

  private static String failed(String what, String id) {
    return what + ": " + DeadlockFoundError.class.getName() + ": " + id + " as text";
  }

  static final class CallbacksHang {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @RegisterExtension
    static final BeforeEachCallback CALLBACK =
        context -> {
          if (context.getDisplayName().equals("hangs()")) {
            hang(BENCH, "D1");
          }
        };

    @Test
    void hangs() {}

    @Test
    void passes() {}
  }

  @Test
  void failsATestWhoseCallbackWentOnAfterTheInterrupt() {
    TestExecutionSummary summary = run(CallbacksHang.BENCH, CallbacksHang.class);
    assertEquals(List.of(failed("hangs()", "D1")), failures(summary));
    assertEquals(1, summary.getTestsSucceededCount());
    assertEquals(List.of(), CallbacksHang.BENCH.endings);
  }

  static final class ClassCallbacksHang {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;
    @RegisterExtension static final BeforeAllCallback FIRST = context -> hang(BENCH, "D1");
    @RegisterExtension static final AfterAllCallback LAST = context -> hang(BENCH, "D2");

    @Test
    void passes() {}
  }

  @Test
  void failsAClassWhoseCallbacksWentOn() {
    TestExecutionSummary summary = run(ClassCallbacksHang.BENCH, ClassCallbacksHang.class);
    assertEquals(
        List.of(
            failed("OutersTest$ClassCallbacksHang", "D1\n\nD2").replace("D1\n", "D1 as text\n")),
        failures(summary));
    assertEquals(1, summary.getTestsSucceededCount());
    assertEquals(List.of(), ClassCallbacksHang.BENCH.endings);
  }

  static final class LazyTestsHang {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @TestFactory
    Stream<DynamicTest> lazily() {
      return Stream.of("one", "two").map(LazyTestsHang::made);
    }

    private static DynamicTest made(String name) {
      if (name.equals("two")) {
        hang(BENCH, "D1");
      }
      return DynamicTest.dynamicTest(name, () -> {});
    }
  }

  @Test
  void failsAFactoryWhoseStreamWentOn() {
    TestExecutionSummary summary = run(LazyTestsHang.BENCH, LazyTestsHang.class);
    assertEquals(List.of(failed("lazily()", "D1")), failures(summary));
    assertEquals(2, summary.getTestsSucceededCount());
  }

  static final class ConditionHangs {
    static final Bench BENCH = new Bench();

    /** Not the other one's class. */
    static final class Hanging implements ExecutionCondition {
      @Override
      public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getDisplayName().equals("passes()")) {
          hang(BENCH, "D1");
        }
        return ConditionEvaluationResult.enabled("it went on");
      }
    }

    @RegisterExtension static final Hanging CONDITION = new Hanging();

    @Test
    void passes() {}
  }

  @Test
  void endsTheRunIfNothingElseCouldFail() {
    TestExecutionSummary summary = run(ConditionHangs.BENCH, ConditionHangs.class);
    assertEquals(List.of(), failures(summary));
    assertEquals(1, ConditionHangs.BENCH.endings.size());
    String said = ConditionHangs.BENCH.endings.get(0);
    assertTrue(said.startsWith("standstill: deadlocks were left at the end of the run."), said);
    assertTrue(said.contains("ConditionHangs was interrupted for this"), said);
    assertTrue(said.contains("D1 as text"), said);
  }
}
