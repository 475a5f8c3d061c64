package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where no agent can be asked, a test that hangs must not keep the run from ending. */
class LastResortTest {
  private final Scopes scopes = new Scopes();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final LastResort resort = new LastResort(scopes, said::add, 300);

  @Test
  @Timeout(60)
  void endsTheJvmOnceTheOnlyTestHasHungForLong() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Thread test = OwnThread.start("test", () -> awaitQuietly(never));
    Span span = new Span("[test]", "Shop > hangs()", LastResortTest.class, "hangs");
    scopes.open(new Scope(span, Settings.DEFAULT, test, null));

    resort.await(new AgentMissingError("it went away", null));

    assertEquals(1, said.size());
    assertTrue(said.get(0).contains("does not watch this JVM: it went away"), said.get(0));
    never.countDown();
    test.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      return;
    }
  }
}
