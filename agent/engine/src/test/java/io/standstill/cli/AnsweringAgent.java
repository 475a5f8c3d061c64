package io.standstill.cli;

import java.util.Properties;

/** Stands in for the agent in a forked JVM: answers with its argument, {@code status/message}. */
public final class AnsweringAgent {
  private AnsweringAgent() {}

  /** Called on attach. */
  public static void agentmain(String argument) throws Exception {
    if (argument.contains("on-deadlock=halt")) {
      throw new IllegalStateException("this agent was told to fail");
    }
    Properties answer =
        (Properties)
            Class.forName("jdk.internal.vm.VMSupport").getMethod("getAgentProperties").invoke(null);
    boolean refuse = argument.contains("interval=1s");
    answer.setProperty("io.standstill.status", refuse ? "refused" : "watching");
    answer.setProperty("io.standstill.message", "standstill: got\n" + argument);
    answer.setProperty("io.standstill.since", "2026-11-20T12:00:00.123456789Z");
  }
}
