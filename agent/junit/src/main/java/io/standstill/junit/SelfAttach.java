package io.standstill.junit;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Attaches the agent to this JVM. The attach API refuses that, so it is done without it where that
 * is known to work, else from another JVM, which takes half a second longer.
 */
final class SelfAttach {
  /** For so long another JVM that is ready waits to be told to go on. */
  private static final long READY_SECONDS = 10;

  private SelfAttach() {}

  /**
   * Returns once the agent watches this JVM.
   *
   * @param agentJar may be null, if nobody knows where it is
   * @param options completed once the agent is wanted
   * @throws AgentMissingError if it does not watch, with the reason
   */
  static void run(Path agentJar, CompletableFuture<List<String>> options) {
    if (agentJar == null) {
      throw new AgentMissingError("the agent jar is not on the class path of the tests", null);
    }
    if (AttachSocket.isKnownHere()) {
      bySocket(agentJar, options);
    } else {
      byProcess(agentJar, options);
    }
  }

  private static void bySocket(Path agentJar, CompletableFuture<List<String>> options) {
    if (!options.isDone() && EarlyRedefinition.isWorthIt()) {
      EarlyRedefinition.tryIt();
    }
    String wanted = String.join(",", options.join());
    String failure;
    try {
      AttachSocket socket = AttachSocket.open();
      socket.load(agentJar, wanted);
      failure = answer(socket);
    } catch (IOException refused) {
      String words = refused.getMessage();
      failure = "it cannot be attached: " + (words == null ? refused : words);
    }
    if (failure != null) {
      throw new AgentMissingError(failure, agentJar);
    }
  }

  private static String answer(AttachSocket socket) throws IOException {
    Properties said = new Properties();
    said.load(new StringReader(socket.ask("agentProperties")));
    return AgentAnswer.failure(said);
  }

  private static void byProcess(Path agentJar, CompletableFuture<List<String>> options) {
    try (AttachProcess attach = AttachProcess.prepare(agentJar)) {
      attach.run(options.get(READY_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException nobody) { // Whoever looks for tests need not run them.
      options.join();
      byProcess(agentJar, options);
    } catch (InterruptedException | ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
