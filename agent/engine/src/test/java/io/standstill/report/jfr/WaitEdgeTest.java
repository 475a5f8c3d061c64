package io.standstill.report.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.report.Findings;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitEdgeTest {
  @Test
  void joinsWhatOneWantsToWhatTheOtherHolds() {
    List<WaitEdge> edges = WaitEdge.of(Findings.transfer("D1"));

    assertEquals(2, edges.size());
    assertEquals(31, edges.get(0).waiter().id());
    assertEquals(32, edges.get(0).owner());
    assertEquals(WaitType.READ_LOCK, edges.get(0).held().type());
    assertEquals("bank.Bank.transfer(Bank.java:40)", edges.get(1).held().site());
  }

  @Test
  void knowsTheOtherSideOfAReadWriteLockUnlessThereAreSeveral() {
    LockUse wanted = lock("Lock$WriteLock", "1", 2L);
    LockUse read = lock("Lock$ReadLock", "2");
    StuckThread one = thread(1, wanted);

    assertEquals(read, edge(one, thread(2, null, read, lock("Other", "3"))).held());
    assertNull(edge(one, thread(2, null, read, lock("Lock$ReadLock", "3"))).held());
  }

  @Test
  void hasAnEdgePerOwner() {
    StuckThread writer = thread(1, lock("Lock$WriteLock", "1", 2L, 3L));

    List<WaitEdge> edges = WaitEdge.of(finding(writer, thread(2, null), thread(3, null)));

    assertEquals(List.of(2L, 3L), edges.stream().map(WaitEdge::owner).limit(2).toList());
  }

  @Test
  void showsThreadsThatWaitForNobodyKnownButNoEndedOne() {
    StuckThread working = Findings.thread("busy", null);
    StuckThread waiting = thread(1, lock("Latch", "1"));
    StuckThread ended = new StuckThread(2, "gone", false, "TERMINATED", null, List.of(), List.of());

    List<WaitEdge> edges = WaitEdge.of(finding(working, waiting, ended));

    assertEquals(List.of(working, waiting), edges.stream().map(WaitEdge::waiter).toList());
    assertNull(edges.get(1).owner());
  }

  @Test
  void endsSomewhere() {
    Long[] crowd = LongStream.range(100, 700).boxed().toArray(Long[]::new);
    StuckThread one = thread(1, lock("Semaphore", "1", crowd));
    StuckThread two = thread(2, lock("Semaphore", "1", crowd));

    assertEquals(1_000, WaitEdge.of(finding(one, two)).size());
  }

  private static WaitEdge edge(StuckThread... threads) {
    return WaitEdge.of(finding(threads)).get(0);
  }

  private static Finding finding(StuckThread... threads) {
    return Findings.finding("D1", Certainty.CERTAIN, 0, null, threads);
  }

  private static StuckThread thread(long id, LockUse waitsFor, LockUse... holds) {
    return new StuckThread(id, "t" + id, false, "WAITING", waitsFor, List.of(holds), List.of());
  }

  private static LockUse lock(String className, String identity, Long... owners) {
    return new LockUse(WaitType.LOCK, className, identity, null, null, null, List.of(owners));
  }
}
