package io.standstill.junit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Knows what runs outside the steps that the extension sees: other extensions, and other engines
 * such as that of JUnit 4. It cannot fail a test; what it finds ends the JVM with a report, when
 * the run cannot go on or when it has ended.
 */
public final class RunListener implements TestExecutionListener {
  private final Map<TestIdentifier, Scope> scopes = new ConcurrentHashMap<>();
  private final Watch watch = Watch.ofThisJvm();
  private final Ending ending = Ending::ofThisJvm;

  private volatile boolean on;
  private volatile boolean toldOfMissingAgent;

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    on = AutoRegistration.isOn(plan.getConfigurationParameters().get(AutoRegistration.ENABLED));
    if (on) {
      watch.start();
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (on) {
      Span span = Span.outer(test.getDisplayName());
      Scope scope = new Scope(span, Settings.DEFAULT, Thread.currentThread(), null);
      scopes.put(test, scope);
      watch.open(scope);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getThrowable().orElse(null) instanceof AgentMissingError) {
      toldOfMissingAgent = true;
    }
    Scope scope = scopes.remove(test);
    if (scope != null) {
      watch.closeOuter(scope);
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (on && !toldOfMissingAgent) {
      endIfAnythingIsLeft();
    }
  }

  private void endIfAnythingIsLeft() {
    try {
      List<Finding> left = watch.nobodys();
      if (!left.isEmpty()) {
        ending.end("standstill: deadlocks were left at the end of the run.\n" + watch.words(left));
      }
    } catch (AgentMissingError missing) {
      ending.end("standstill: " + missing.getMessage());
    }
  }
}
