package io.standstill.report;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import java.time.Instant;
import java.util.List;

/** Findings to write about. */
public final class Findings {
  public static final Instant TIME = Instant.parse("2026-11-20T12:00:00.120Z");

  private Findings() {}

  /** Two transfers that wait for each other; the second took its lock before an attach. */
  public static Finding transfer(String id) {
    return finding(
        id,
        Certainty.CERTAIN,
        0,
        null,
        new StuckThread(
            31,
            "transfer-1",
            false,
            "BLOCKED",
            wanted(WaitType.MONITOR, "5f6a7b8c", "Bank.to", 1_204L, 32L),
            List.of(held(WaitType.MONITOR, "1b2c3d4e", "Bank.from", 1_250L, 40)),
            List.of(
                "bank.Bank.transfer(Bank.java:41)",
                "java.base/java.lang.Thread.run(Thread.java:840)")),
        new StuckThread(
            32,
            "",
            true,
            "WAITING",
            wanted(WaitType.WRITE_LOCK, "1b2c3d4e", null, null, 31L),
            List.of(
                new LockUse(
                    WaitType.READ_LOCK,
                    "bank.Account",
                    "5f6a7b8c",
                    null,
                    null,
                    252_000L,
                    List.of())),
            List.of("bank.Bank.transfer(Bank.java:41)")));
  }

  public static Finding finding(
      String id, Certainty certainty, int behind, Long endsIn, StuckThread... threads) {
    return new Finding(
        TIME,
        id,
        Kind.DEADLOCK,
        certainty,
        "transfer-1 and transfer-2 wait for each other",
        List.of(threads),
        List.of(),
        behind,
        endsIn,
        null,
        "Take these locks in the same order everywhere.");
  }

  /** A wait that leads through this pool. */
  public static Finding inPool(PoolUse pool) {
    return new Finding(
        TIME,
        "D1",
        Kind.POOL_DEADLOCK,
        Certainty.CERTAIN,
        "till: 2 of 2 workers wait for 1 task queued in till",
        List.of(),
        List.of(pool),
        0,
        null,
        null,
        "Do not wait in a pool for tasks of the same pool.");
  }

  /** A pool that had a worker free while another one waited. */
  public static Finding lucky() {
    PoolUse.QueuedTask price =
        new PoolUse.QueuedTask("shop.Price", "shop.Shop.sell(Shop.java:7)", 1);
    return new Finding(
        TIME,
        "W1",
        Kind.POOL_SELF_WAIT,
        Certainty.POSSIBLE,
        "till: a worker was lucky",
        List.of(thread("till-1", wanted(WaitType.FUTURE, "1f", "price", 800L))),
        List.of(new PoolUse("till", "shop.Pool", 2, 2, 1, 0, List.of(price), null, null)),
        0,
        null,
        null,
        "Do not wait in a pool for tasks of the same pool.");
  }

  public static PoolUse pool(PoolLoad load) {
    PoolUse.QueuedTask price =
        new PoolUse.QueuedTask("shop.Price", "shop.Shop.sell(Shop.java:7)", 1);
    return new PoolUse("till", "shop.Pool", 2, 4, 2, 3, List.of(price), 3, load);
  }

  public static PoolLoad load() {
    return new PoolLoad(
        2,
        7,
        1_200L,
        5,
        new PoolLoad.Times(12.34, 40.0),
        new PoolLoad.Times(8.75, 2_048.0),
        0.925,
        3,
        6,
        "3 threads would do.");
  }

  public static StuckThread thread(String name, LockUse waitsFor, LockUse... holds) {
    return new StuckThread(31, name, false, "BLOCKED", waitsFor, List.of(holds), List.of());
  }

  public static LockUse wanted(
      WaitType type, String identity, String name, Long millis, Long... owners) {
    return new LockUse(
        type,
        "bank.Account",
        identity,
        name,
        "bank.Bank.transfer(Bank.java:41)",
        millis,
        List.of(owners));
  }

  public static LockUse held(WaitType type, String identity, String name, Long millis, int line) {
    return new LockUse(
        type,
        "bank.Account",
        identity,
        name,
        "bank.Bank.transfer(Bank.java:" + line + ")",
        millis,
        List.of());
  }
}
