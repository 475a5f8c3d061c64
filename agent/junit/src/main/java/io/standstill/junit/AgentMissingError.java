package io.standstill.junit;

import java.nio.file.Path;

/** No agent watches this JVM, and none can be attached: no test may pass as if one did. */
public final class AgentMissingError extends AssertionError {
  private static final long serialVersionUID = 1L;

  AgentMissingError(String reason, Path agentJar) {
    super(
        String.join(
            "\n",
            "no deadlock would be found, since Standstill does not watch this JVM: " + reason,
            "Start the JVM of the tests with the agent.",
            "  Maven, in the configuration of maven-surefire-plugin and maven-failsafe-plugin:",
            "    <argLine>" + flag(agentJar) + "</argLine>",
            "  Gradle, in build.gradle:",
            "    test { jvmArgs '" + flag(agentJar) + "' }"));
  }

  private AgentMissingError(AgentMissingError same) {
    super(same.getMessage());
  }

  /** There is one, but it says itself that it cannot see. */
  static AgentMissingError ofBlind(Agent agent) {
    return new AgentMissingError("it cannot see. " + agent.report(), AgentJar.find());
  }

  /** The same, for another test: with a stack trace of its own. */
  AgentMissingError again() {
    return new AgentMissingError(this);
  }

  private static String flag(Path agentJar) {
    return "-javaagent:" + (agentJar == null ? "/path/to/standstill.jar" : agentJar);
  }
}
