package io.standstill.junit;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Brings the agent into this JVM, once, while JUnit looks for the tests. */
final class AgentStart {
  /** A class of the agent that only the boot class loader has. */
  private static final String MARK = "java.standstill.Journals";

  private static final long VISIBLE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 10;
  private static final FutureTask<Void> START = new FutureTask<>(AgentStart::bring, null);

  private static boolean begun;
  private static volatile List<String> options = List.of();

  private AgentStart() {}

  /** Options for an agent that is attached later on. */
  static void options(List<String> options) {
    AgentStart.options = options;
  }

  /** Begins, if nobody has yet; does not wait. */
  static synchronized void begin() {
    if (!begun) {
      begun = true;
      OwnThread.start("standstill-attach", START);
    }
  }

  /**
   * Waits until the agent watches.
   *
   * @throws AgentMissingError if it does not
   */
  static void await() {
    begin();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          START.get();
          return;
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (ExecutionException failure) {
          throw asMissing(failure.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The agent, once it can be asked; with {@code -javaagent}, a second after the start. */
  static Agent visible() {
    await();
    JmxAgent agent = new JmxAgent();
    long end = System.nanoTime() + VISIBLE_NANOS;
    while (!agent.isVisible()) {
      if (System.nanoTime() - end > 0) {
        throw new AgentMissingError("it does not show itself over JMX", AgentJar.find());
      }
      OwnThread.rest(POLL_MILLIS);
    }
    return agent;
  }

  private static AgentMissingError asMissing(Throwable failure) {
    return failure instanceof AgentMissingError missing
        ? missing.again()
        : new AgentMissingError(failure.toString(), AgentJar.find());
  }

  private static void bring() {
    if (!isHere()) {
      SelfAttach.run(AgentJar.find(), options);
    }
  }

  private static boolean isHere() {
    try {
      Class.forName(MARK, false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
