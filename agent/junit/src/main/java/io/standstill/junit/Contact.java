package io.standstill.junit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The way to the agent. There is none at first, and there may never be one. Thread-safe. */
final class Contact {
  private final Supplier<Agent> finder;
  private final CountDownLatch known = new CountDownLatch(1);

  private volatile Agent agent;
  private volatile AgentMissingError broken;

  /**
   * @param finder returns the agent once it can be asked
   */
  Contact(Supplier<Agent> finder) {
    this.finder = finder;
  }

  /** Waits for the agent. */
  Agent make() {
    agent = finder.get();
    known.countDown();
    return agent;
  }

  /** From now on no test passes as if it were watched. */
  AgentMissingError lost(Throwable failure) {
    broken =
        failure instanceof AgentMissingError missing
            ? missing
            : new AgentMissingError("it does not answer: " + failure, AgentJar.find());
    known.countDown();
    return broken;
  }

  /**
   * Does nothing while the agent watches, or is about to.
   *
   * @throws AgentMissingError if no deadlock would be found
   */
  void check() {
    AgentMissingError failure = broken;
    if (failure != null) {
      throw failure.again();
    }
  }

  /** Neither found nor known to be missing. */
  boolean isOpen() {
    return agent == null && broken == null;
  }

  /** The agent, or null if there is none so far. */
  Agent agent() {
    return agent;
  }

  /** The agent, for which it waits so long at most; null if there is none then. */
  Agent await(long nanos) {
    long end = System.nanoTime() + nanos;
    boolean interrupted = false;
    while (known.getCount() > 0 && System.nanoTime() - end < 0) {
      try {
        known.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException early) {
        interrupted = true; // Meant for the test, which will hear of it.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return agent;
  }

  /** The situations that last now; none without an agent. */
  List<Finding> findings() {
    Agent asked = agent;
    return asked == null ? List.of() : asked.findings();
  }
}
