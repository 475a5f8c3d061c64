package io.standstill.junit;

import java.time.Duration;
import java.util.List;

/**
 * What a test can ask and claim about the threads of this JVM. For any test framework: it needs the
 * agent, which it attaches if need be, and no JUnit.
 */
public final class Standstill {
  private static final long POLL_MILLIS = 20;

  private Standstill() {}

  /**
   * Takes two looks, and fails if anything stands still then, whatever the kind and certainty.
   *
   * @throws DeadlockFoundError with the reports
   * @throws AgentMissingError if the agent is not in this JVM and cannot be attached, or if it
   *     cannot see
   */
  public static void assertNoFindings() {
    assertNoFindings(AgentStart.visible());
  }

  static void assertNoFindings(Agent agent) {
    agent.look();
    agent.look();
    List<Finding> findings = agent.findings();
    if (!findings.isEmpty()) {
      throw new DeadlockFoundError(findings, null);
    }
    if (agent.isBlind()) {
      throw AgentMissingError.ofBlind(agent);
    }
  }

  /**
   * Waits until the agent finds something of this kind. That is what the test wants: neither the
   * test nor the run fails for it. What another test is to blame for, or has asked for, does not
   * count, as far as that can be told.
   *
   * @return the finding
   * @throws AssertionError if nothing of this kind is found in time; it says what is there instead
   * @throws AgentMissingError if the agent is not in this JVM and cannot be attached
   * @throws IllegalArgumentException if the kind is a prediction, which nothing stands still for
   */
  public static Finding await(FindingKind kind, Duration within) {
    kind.requireLasting();
    return await(AgentStart.visible(), Watch.ofThisJvm(), kind, within);
  }

  static Finding await(Agent agent, Watch watch, FindingKind kind, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    boolean others;
    do {
      others = false;
      for (Finding finding : agent.findings()) {
        if (finding.is(kind)) {
          if (watch.expect(finding)) {
            return finding;
          }
          others = true;
        }
      }
      OwnThread.rest(POLL_MILLIS);
    } while (System.nanoTime() - end < 0);
    throw new AssertionError(
        "no "
            + kind.label()
            + " was found within "
            + within.toMillis()
            + (others ? " ms but those of other tests. " : " ms. ")
            + agent.report());
  }

  /**
   * Takes a look, and returns as text who stands still and who waits for whom.
   *
   * @return the reports of all findings that last, or one sentence if there are none
   * @throws AgentMissingError if the agent is not in this JVM and cannot be attached
   */
  public static String waitForGraph() {
    return AgentStart.visible().look();
  }
}
