package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings the agent into this JVM, once: all is made ready while JUnit looks for the tests, and done
 * when they are about to run.
 */
final class AgentStart {
  /** A class of the agent that only the boot class loader has. */
  private static final String MARK = "java.standstill.Journals";

  /** Ample: on a machine that is overloaded all of it takes a hundred times as long. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private static final long VISIBLE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 10;

  /** For so long what has been made ready waits to be told to go on. */
  private static final long READY_SECONDS = 10;

  private static final CompletableFuture<Void> START = new CompletableFuture<>();
  private static final CompletableFuture<List<String>> OPTIONS = new CompletableFuture<>();

  private static boolean underWay;

  private AgentStart() {}

  /** Makes ready what an attach needs, if nobody has yet and it is worth it; does not wait. */
  static synchronized void prepare() {
    if (SelfAttach.isWorthPreparing()) {
      start();
    }
  }

  /**
   * Begins, if nobody has yet; does not wait.
   *
   * @param options those of the agent, if it has to be attached
   */
  static synchronized void begin(List<String> options) {
    OPTIONS.complete(options);
    start();
  }

  private static synchronized void start() {
    if (!underWay) {
      underWay = true;
      OwnThread.start("standstill-attach", AgentStart::bring);
    }
  }

  /**
   * Waits until the agent watches.
   *
   * @throws AgentMissingError if it does not
   */
  static void await() {
    begin(List.of());
    await(START, PATIENCE_NANOS);
  }

  /**
   * Waits until the agent watches, and gives up for good after some time.
   *
   * @throws AgentMissingError if it does not
   */
  static void await(CompletableFuture<Void> start, long patienceNanos) {
    long end = System.nanoTime() + patienceNanos;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          start.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          return;
        } catch (TimeoutException tooLong) {
          start.completeExceptionally(
              new AgentMissingError("attaching it took too long", AgentJar.find()));
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

  /** The agent, once it can be asked: it shows itself soon after the server has been made. */
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

  /**
   * Makes the MBean server by which the agent is asked, as slow as that is, while JUnit goes on;
   * unless classes are named for it that perhaps the thread of the tests alone can load.
   */
  private static void makeServer() {
    if (System.getProperty("java.util.logging.manager") == null
        && System.getProperty("javax.management.builder.initial") == null) {
      ManagementFactory.getPlatformMBeanServer();
    }
  }

  private static void bring() {
    try {
      if (!isHere()) {
        SelfAttach.run(AgentJar.find(), OPTIONS, READY_SECONDS);
      }
      START.complete(null);
      makeServer();
    } catch (TimeoutException nobody) { // Whoever looks for tests need not run them.
      stop();
    } catch (Throwable failure) {
      START.completeExceptionally(failure);
    }
  }

  /** This thread ends; whoever wants the agent after all gets another one. */
  private static synchronized void stop() {
    underWay = false;
    if (OPTIONS.isDone()) {
      start();
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
