package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test leaves behind that the JVM itself does not take for a deadlock. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftoversTest {
  private static final Settings UNMINDED =
      new Settings(Set.of(), Certainty.LIKELY, Duration.ofMillis(200), false);

  private final Bench bench = new Bench();
  private final FakeAgent agent = bench.agent;
  private Thread left;

  @AfterEach
  void end() {
    left.interrupt();
  }

  private interface Body {
    void run() throws InterruptedException;
  }

  /** A test that leaves a thread behind, which waits already. */
  private Step<Void> leaves(Settings settings, Body body) {
    Span span = new Span("[leaves]", "leaves", LeftoversTest.class, "leaves");
    bench.watch.start();
    agent.awaitQuestions(1);
    return new Step<>(bench.watch, span, settings, () -> leave(body));
  }

  private Void leave(Body body) {
    left =
        OwnThread.start(
            "left",
            () -> {
              try {
                body.run();
              } catch (InterruptedException over) {
                return;
              }
            });
    while (left.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return null;
  }

  @Test
  void failTheTestIfOnlyALookShowsThem() {
    Step<Void> test = leaves(bench.settings, new CountDownLatch(1)::await);
    agent.whileLooking = () -> agent.finds("D1", Certainty.CERTAIN, left);

    assertEquals("D1 as text", assertThrows(DeadlockFoundError.class, test::run).getMessage());
  }

  @Test
  void costNoLookIfTheyHaveNothingToDo() throws Throwable {
    AtomicInteger looks = new AtomicInteger();
    agent.whileLooking = looks::incrementAndGet;

    leaves(bench.settings, new LinkedBlockingQueue<>()::take).run();

    assertEquals(0, looks.get());
  }

  @Test
  void costNoLookWhereOtherTestsRun() throws Throwable {
    AtomicInteger looks = new AtomicInteger();
    agent.whileLooking = looks::incrementAndGet;
    Span other = new Span("[other]", "other", LeftoversTest.class, "other");
    bench.watch.open(new Scope(other, bench.settings, new Thread(), null));

    leaves(bench.settings, new CountDownLatch(1)::await).run();

    assertEquals(0, looks.get());
  }

  @Test
  void failTheRunIfTheyGetStuckLater() throws Throwable {
    leaves(bench.settings, new CountDownLatch(1)::await).run();
    agent.finds("D1", Certainty.CERTAIN, left);

    assertEquals(List.of("D1"), bench.watch.nobodys().keySet().stream().map(Finding::id).toList());
  }

  @Test
  void failNothingIfTheirTestDoesNotMind() throws Throwable {
    leaves(UNMINDED, new CountDownLatch(1)::await).run();
    agent.finds("D1", Certainty.CERTAIN, left);

    assertEquals(Set.of(), bench.watch.nobodys().keySet());
  }

  /** Whoever has touched a pool first has made its threads; the work is another's. */
  @Test
  void failTheRunIfNoCodeOfTheTestThatMadeTheirThreadsIsOnTheirStacks() throws Throwable {
    leaves(UNMINDED, new CountDownLatch(1)::await).run();
    StackTraceElement frame = new StackTraceElement("shop.Till", "lock", null, -1);
    StuckThread worker = new StuckThread(left.getId(), "worker", 0L, List.of(frame));
    Finding finding =
        agent.finds(FakeAgent.finding("D1", Certainty.CERTAIN, false, List.of(worker)));

    assertEquals(Set.of(finding), bench.watch.nobodys().keySet());
  }
}
