package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.PoolLoad;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTextTest {
  @Test
  void writesTheWholeStoryOfTwoThreads() {
    assertEquals(
        """
        D1 deadlock (certain): transfer-1 and transfer-2 wait for each other

          "transfer-1" #31, platform thread, BLOCKED
            waits for   Bank.to (monitor bank.Account@5f6a7b8c), for 1.2 s
              at        bank.Bank.transfer(Bank.java:41)
              held by   thread #32
            holds       Bank.from (monitor bank.Account@1b2c3d4e), for 1.2 s
              taken at  bank.Bank.transfer(Bank.java:40)
            stack
              at bank.Bank.transfer(Bank.java:41)
              at java.base/java.lang.Thread.run(Thread.java:840)

          thread #32, virtual thread, WAITING
            waits for   write lock bank.Account@1b2c3d4e, since when is not known
              at        bank.Bank.transfer(Bank.java:41)
              held by   "transfer-1" #31
            holds       read lock bank.Account@5f6a7b8c, for 4 min 12 s, since 11:55:48
              taken at  acquired before attach, or in code that is not woven
            stack
              at bank.Bank.transfer(Bank.java:41)

          What to do: Take these locks in the same order everywhere.""",
        FindingText.of(Findings.transfer("D1"), ZoneOffset.UTC));
  }

  @Test
  void saysOfAPoolThatWasLuckyWhatWasAwaited() {
    assertEquals(
        """
        W1 pool-self-wait (possible): till: a worker was lucky

          pool till, shop.Pool, 2 threads, 0 queued
            awaited     1 x shop.Price, submitted at shop.Shop.sell(Shop.java:7)

          "till-1" #31, platform thread, BLOCKED
            waited for  price (future bank.Account@1f), for 800 ms
              at        bank.Bank.transfer(Bank.java:41)

          What to do: Do not wait in a pool for tasks of the same pool.""",
        FindingText.of(Findings.lucky()));
  }

  @Test
  void saysInOneLineHowAPoolHasFared() {
    List<String> lines = PoolText.lines(Findings.pool(Findings.load()));

    assertEquals(
        List.of(
            "  pool till, shop.Pool, 2 threads, 3 queued",
            "    figures     core 2, at most 4, room for 7 more in the queue, 1,200 completed,"
                + " 5 rejected, wait 12.3 ms (99 %: 40.0 ms), run 8.8 ms (99 %: 2.0 s), 93 % busy,"
                + " size by load 3, by waiting 6",
            "    awaited     1 x shop.Price, submitted at shop.Shop.sell(Shop.java:7)",
            "    needs       3 threads, or another pool for the awaited tasks"),
        lines);
  }

  @Test
  void leavesOutWhatIsNotKnownOfAPool() {
    PoolLoad fresh = new PoolLoad(2, Integer.MAX_VALUE, 0L, 0, null, null, null, null, null, null);

    assertEquals(
        "    figures     core 2, at most 4, 0 completed, 0 rejected",
        PoolText.lines(Findings.pool(fresh)).get(1));
    PoolLoad.Times mean = new PoolLoad.Times(12.34, null);
    PoolLoad sampled = new PoolLoad(2, null, 23L, 0, null, mean, null, null, null, null);
    assertEquals(
        "    figures     core 2, at most 4, 23 completed, 0 rejected, run 12.3 ms",
        PoolText.lines(Findings.pool(sampled)).get(1));
    assertEquals(
        "    awaited     1 x shop.Price, submitted at shop.Shop.sell(Shop.java:7)",
        PoolText.lines(Findings.pool(null)).get(1));
  }

  @Test
  void saysInOneLineThatItIsOver() {
    Finding over = Findings.transfer("D1").resolved(Findings.TIME.plusMillis(1_234), 1_234);

    assertEquals(
        "D1 deadlock resolved after 1,234 ms: transfer-1 and transfer-2 wait for each other",
        FindingText.of(over));
  }

  @Test
  void saysWhoElseWaitsAndWhenItEnds() {
    Finding timed =
        Findings.finding(
            "D1",
            Certainty.LIKELY,
            3,
            4_210L,
            Findings.thread("a", Findings.wanted(WaitType.PERMIT, "1", null, 10L, 77L)));
    String text = FindingText.of(timed);

    assertTrue(text.startsWith("D1 deadlock (likely): "), text);
    assertTrue(text.contains("\n  3 more threads wait behind these.\n"), text);
    assertTrue(text.contains("\n  It will end by itself in about 4.2 s.\n"), text);
    assertTrue(text.contains("held by   thread #77, not shown here\n"), text);
  }

  @Test
  void saysThatAThreadWaitsForItself() {
    String text = textOf(Findings.thread("a", Findings.wanted(WaitType.LOCK, "1", null, 10L, 31L)));

    assertTrue(text.contains("held by   this very thread\n"), text);
  }

  @Test
  void saysThatNobodyKnownHoldsALock() {
    String text = textOf(Findings.thread("a", Findings.wanted(WaitType.LOCK, "1", null, 10L)));

    assertTrue(text.contains("held by   someone that is not known\n"), text);
  }

  @Test
  void saysThatAnOwnerHasEnded() {
    StuckThread ended =
        new StuckThread(
            9,
            "worker",
            false,
            "TERMINATED",
            null,
            List.of(Findings.held(WaitType.LOCK, "1", null, 10L, 3)),
            List.of());
    String text =
        textOf(Findings.thread("a", Findings.wanted(WaitType.LOCK, "1", null, 10L, 9L)), ended);

    assertTrue(text.contains("held by   \"worker\" #9, which has ended\n"), text);
    assertTrue(text.contains("\"worker\" #9, platform thread, TERMINATED\n    has ended"), text);
  }

  @Test
  void namesJoinAndClassInitialisationForWhatTheyAre() {
    String join =
        textOf(Findings.thread("a", Findings.wanted(WaitType.THREAD, "1", null, 10L, 77L)));
    String init =
        textOf(Findings.thread("a", Findings.wanted(WaitType.CLASS_INIT, null, null, 10L)));

    assertTrue(join.contains("waits for   end of thread bank.Account@1, for 10 ms\n"), join);
    assertTrue(init.contains("waits for   initialisation of class bank.Account, for"), init);
    assertFalse(init.contains("held by"), init);
  }

  @Test
  void keepsALineBreakInAThreadNameFromFakingALine() {
    String text =
        textOf(Findings.thread("a\nD2 deadlock", Findings.wanted(WaitType.LOCK, "1", null, 10L)));

    assertTrue(text.contains("\"a\\u000aD2 deadlock\" #31"), text);
  }

  private static String textOf(StuckThread... threads) {
    return FindingText.of(Findings.finding("D1", Certainty.CERTAIN, 0, null, threads));
  }
}
