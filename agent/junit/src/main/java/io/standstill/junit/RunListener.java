package io.standstill.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.platform.engine.ConfigurationParameters;
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
  private final Watch watch;
  private final Consumer<List<String>> attach;
  private final Ending ending;

  private volatile TestPlan plan;
  private volatile boolean toldOfMissingAgent;

  /** A listener that watches this JVM; JUnit calls this. */
  public RunListener() {
    this(Watch.ofThisJvm(), AgentStart::begin, Ending::ofThisJvm);
  }

  /**
   * A listener that watches elsewhere.
   *
   * @param attach begins to attach the agent, with these options
   */
  RunListener(Watch watch, Consumer<List<String>> attach, Ending ending) {
    this.watch = watch;
    this.attach = attach;
    this.ending = ending;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan begun) {
    ConfigurationParameters parameters = begun.getConfigurationParameters();
    plan = Parameters.areOn(parameters) ? begun : null;
    if (plan != null) {
      attach.accept(Parameters.agentOptions(parameters));
      watch.start();
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (plan != null) {
      Span span = Span.outer(test.getUniqueId(), () -> name(test));
      Scope scope = new Scope(span, Settings.DEFAULT, Thread.currentThread(), null);
      watch.outers().open(test.getUniqueIdObject(), scope);
    }
  }

  /** {@code TransferTest > transfers()}, as the extension calls it; an engine by its own name. */
  private String name(TestIdentifier test) {
    Deque<String> names = new ArrayDeque<>();
    names.add(test.getDisplayName());
    Optional<TestIdentifier> parent = plan.getParent(test);
    while (parent.isPresent() && parent.get().getParentId().isPresent()) {
      names.addFirst(parent.get().getDisplayName());
      parent = plan.getParent(parent.get());
    }
    return String.join(" > ", names);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getThrowable().orElse(null) instanceof AgentMissingError) {
      toldOfMissingAgent = true;
    }
    boolean red = result.getStatus() == TestExecutionResult.Status.FAILED;
    List<Finding> found = watch.outers().close(test.getUniqueIdObject(), red);
    if (red) {
      found.forEach(finding -> System.err.println(Words.ofOuterFailed(finding, name(test))));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan ended) {
    if (plan != null && !toldOfMissingAgent) {
      endIfAnythingIsLeft();
    }
  }

  private void endIfAnythingIsLeft() {
    try {
      Map<Finding, String> left = watch.nobodys();
      if (!left.isEmpty()) {
        ending.end(
            "standstill: deadlocks were left at the end of the run.\n"
                + String.join("\n\n", left.values()));
      }
    } catch (AgentMissingError missing) {
      ending.end("standstill: " + missing.getMessage());
    }
  }
}
