package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgentStartTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private final CompletableFuture<Void> start = new CompletableFuture<>();

  private AgentMissingError failureOfAwait(long patienceNanos) {
    return assertTimeoutPreemptively(
        AMPLE,
        () -> assertThrows(AgentMissingError.class, () -> AgentStart.await(start, patienceNanos)));
  }

  @Test
  void givesUpForGoodOnAnAgentThatDoesNotCome() {
    String told = failureOfAwait(0).getMessage();

    assertTrue(told.contains("took too long"), told);
    assertTrue(failureOfAwait(TimeUnit.HOURS.toNanos(1)).getMessage().contains("took too long"));
  }
}
