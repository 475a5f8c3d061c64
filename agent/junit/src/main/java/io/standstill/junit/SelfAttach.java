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
  private SelfAttach() {}

  /**
   * Whether {@link #run} can do anything before the agent is wanted, and it is likely that it will
   * be: Surefire has started this JVM for tests. Maven's own JVM looks for tests too, but runs
   * none.
   */
  static boolean isWorthPreparing() {
    return AttachSocket.isKnownHere()
        ? EarlyRedefinition.isWorthIt()
        : EarlyRedefinition.isInJvmForTests();
  }

  /**
   * Returns once the agent watches this JVM.
   *
   * @param agentJar may be null, if nobody knows where it is
   * @param options completed once the agent is wanted
   * @param seconds how long it waits for that
   * @throws AgentMissingError if it does not watch, with the reason
   * @throws TimeoutException if it was not wanted in time; nothing is left of it then
   */
  static void run(Path agentJar, CompletableFuture<List<String>> options, long seconds)
      throws TimeoutException {
    if (agentJar == null) {
      throw new AgentMissingError("the agent jar is not on the class path of the tests", null);
    }
    if (AttachSocket.isKnownHere()) {
      bySocket(agentJar, options, seconds);
    } else {
      byProcess(agentJar, options, seconds);
    }
  }

  private static void bySocket(Path agentJar, CompletableFuture<List<String>> options, long seconds)
      throws TimeoutException {
    if (!options.isDone() && EarlyRedefinition.isWorthIt()) {
      EarlyRedefinition.tryIt();
    }
    String wanted = String.join(",", await(options, seconds));
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

  private static void byProcess(
      Path agentJar, CompletableFuture<List<String>> options, long seconds)
      throws TimeoutException {
    try (AttachProcess attach = AttachProcess.prepare(agentJar)) {
      attach.run(await(options, seconds));
    }
  }

  /**
   * With which options the agent is wanted.
   *
   * @throws TimeoutException if that is not known in time
   */
  static List<String> await(CompletableFuture<List<String>> options, long seconds)
      throws TimeoutException {
    while (true) {
      try {
        return options.get(seconds, TimeUnit.SECONDS);
      } catch (InterruptedException meantForOthers) {
        continue; // An application may interrupt all threads that it finds.
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
