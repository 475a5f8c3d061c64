package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.graph.Need;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StagesTest {
  private final CompletableFuture<String> first = new CompletableFuture<>();
  private final CompletableFuture<String> second = new CompletableFuture<>();

  private static Stages.Dependency all(Object... sources) {
    return new Stages.Dependency(Need.ALL, List.of(sources));
  }

  private static Stages.Dependency any(Object... sources) {
    return new Stages.Dependency(Need.ANY, List.of(sources));
  }

  @Test
  void aStageNeedsTheOneBefore() {
    CompletableFuture<Integer> length = first.thenApply(String::length);
    CompletableFuture<Void> printed = length.thenAccept(number -> {});

    Stages stages = Stages.from(List.of(first));

    assertEquals(all(first), stages.of(length));
    assertEquals(all(length), stages.of(printed));
    assertNull(stages.of(first));
  }

  @Test
  void aStageOfTwoNeedsBothOrEither() {
    CompletableFuture<String> both = first.thenCombine(second, String::concat);
    CompletableFuture<String> either = first.applyToEither(second, text -> text);

    Stages stages = Stages.from(List.of(second));

    assertEquals(all(first, second), stages.of(both));
    assertEquals(any(first, second), stages.of(either));
  }

  @Test
  void allOfNeedsAllAndAnyOfAny() {
    CompletableFuture<Void> all = CompletableFuture.allOf(first, second);
    CompletableFuture<Object> any = CompletableFuture.anyOf(first, second);

    Stages stages = Stages.from(List.of(first));

    assertEquals(all(first, second), stages.of(all));
    assertEquals(any(first, second), stages.of(any));
  }

  @Test
  void knowsWhichFutureAThreadWaitsFor() throws Exception {
    CompletableFuture<String> stage = first.thenApply(text -> text);
    Thread waiter = new Thread(stage::join);
    waiter.setDaemon(true);
    waiter.start();
    while (!Stages.isWait(LockSupport.getBlocker(waiter))) {
      Thread.onSpinWait();
    }

    Object parkedOn = LockSupport.getBlocker(waiter);

    assertTrue(Stages.isWait(parkedOn));
    assertSame(stage, Stages.from(List.of(first)).awaitedAt(parkedOn));
    assertNull(Stages.from(List.of(second)).awaitedAt(parkedOn));
    assertFalse(Stages.isWait(new Object()));
    first.complete("");
    waiter.join();
  }

  @Test
  void whatIsNoStageHasNoDependents() {
    assertNull(Stages.from(List.of("task")).of("task"));
  }
}
