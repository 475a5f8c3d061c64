package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContactTest {
  private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final FakeAgent agent = new FakeAgent();
  private final Contact contact = new Contact(() -> agent);

  @Test
  void hasNoAgentBeforeThereIsOne() {
    assertNull(contact.await(0));
  }

  @Test
  void waitsForTheAgent() {
    CompletableFuture<Agent> awaited =
        CompletableFuture.supplyAsync(() -> contact.await(LONG_NANOS), ContactTest::start);
    contact.make();

    assertSame(agent, awaited.join());
  }

  @Test
  void waitsNoLongerForOneThatIsLost() {
    contact.lost(new IllegalStateException());

    assertNull(contact.await(LONG_NANOS));
  }

  @Test
  void keepsAnInterruptForTheTest() {
    Thread.currentThread().interrupt();

    assertNull(contact.await(TimeUnit.MILLISECONDS.toNanos(1)));
    assertTrue(Thread.interrupted());
  }

  private static void start(Runnable task) {
    new Thread(task).start();
  }
}
