package io.standstill.junit;

import java.util.Properties;

/** What the agent says of how its start went, among the agent properties of its JVM. */
final class AgentAnswer {
  /** Where the agent puts its answer: see {@code AttachChannel}. */
  private static final String STATUS = "io.standstill.status";

  private static final String MESSAGE = "io.standstill.message";
  private static final String WATCHING = "watching";

  private AgentAnswer() {}

  /** Why it does not watch, in one line; null if it does. */
  static String failure(Properties said) {
    return WATCHING.equals(said.getProperty(STATUS))
        ? null
        : said.getProperty(MESSAGE, "it was loaded, but did not answer");
  }
}
