package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The class names here are those of tests that do not exist. */
class AttributionTest {
  private static final class Shop {}

  private static final class Bank {}

  private static Scope open(Class<?> type, String method) {
    return open(type, method, new Thread());
  }

  private static Scope open(Class<?> type, String method, Thread thread) {
    Span span = new Span(type.getSimpleName() + " > " + method, type, method);
    return new Scope(span, Settings.DEFAULT, thread, null);
  }

  private static StuckThread thread(long id, StackTraceElement... stack) {
    return new StuckThread(id, "t" + id, 0L, List.of(stack));
  }

  private static StuckThread newThread(StackTraceElement... stack) {
    Thread thread = new Thread(() -> {});
    thread.start(); // As every stuck thread was, sooner or later.
    return thread(thread.getId(), stack);
  }

  private static StackTraceElement in(Class<?> type, String method) {
    return new StackTraceElement(type.getName(), method, null, -1);
  }

  private static Finding finding(StuckThread... threads) {
    return FakeAgent.finding("D1", Certainty.CERTAIN, false, Arrays.asList(threads));
  }

  @Test
  void blamesAllWhoseOwnThreadsAreStuck() {
    Scope one = open(Shop.class, "buys");
    Scope other = open(Bank.class, "pays");
    Finding finding = finding(thread(one.thread().getId()), thread(other.thread().getId()));

    assertEquals(List.of(one, other), Attribution.of(finding, List.of(one, other), List.of()));
  }

  @Test
  void blamesTheOnlyOneThatRanWhenTheThreadsWereMade() {
    Scope early = open(Shop.class, "buys");
    StuckThread stuck = newThread();
    Scope late = open(Bank.class, "pays");

    assertEquals(List.of(early), Attribution.of(finding(stuck), List.of(early, late), List.of()));
  }

  @Test
  void blamesTheOneWhoseLambdaRunsWhereSeveralMayHaveMadeTheThreads() {
    Scope one = open(Shop.class, "buys");
    Scope other = open(Shop.class, "sells");
    Finding finding = finding(newThread(in(Shop.class, "lambda$sells$0")), newThread());

    assertEquals(List.of(other), Attribution.of(finding, List.of(one, other), List.of()));
  }

  @Test
  void blamesTheOneWhoseThreadWaitsForTheEndOfOthersWhereSeveralMayHaveMadeThem() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Scope one = open(Shop.class, "buys");
    Thread stuck = start(end::await);
    Thread joining = start(stuck::join);
    Thread joiningOther = start(Thread.currentThread()::join);
    Scope other = open(Bank.class, "pays", joining);
    Scope third = open(Bank.class, "lends", joiningOther);
    Finding finding = finding(newThread(), thread(stuck.getId()));
    try {
      List<Scope> all = List.of(one, open(Shop.class, "sells"), third, other);
      assertEquals(List.of(other), Attribution.of(finding, all, List.of(one.span())));
    } finally {
      end.countDown();
      joiningOther.interrupt();
    }
  }

  private interface Body {
    void run() throws InterruptedException;
  }

  /** A thread that waits already. */
  private static Thread start(Body body) {
    Thread thread =
        new Thread(
            () -> {
              try {
                body.run();
              } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.yield();
    }
    return thread;
  }

  @Test
  void blamesTheOneWhoseClassRuns() {
    Scope one = open(Shop.class, "buys");
    Scope other = open(Bank.class, "pays");
    Finding finding = finding(newThread(in(Bank.class, "helper")));

    assertEquals(List.of(other), Attribution.of(finding, List.of(one, other), List.of()));
  }

  @Test
  void blamesNobodyWhereItIsNotClear() {
    Scope one = open(Shop.class, "buys");
    Scope other = open(Bank.class, "pays");

    assertEquals(List.of(), Attribution.of(finding(newThread()), List.of(one, other), List.of()));
  }

  @Test
  void blamesNobodyForWhatAnEarlierTestLeft() {
    Scope ended = open(Shop.class, "buys");
    StuckThread stuck = newThread();
    ended.span().stepEnded();
    Scope now = open(Bank.class, "pays");
    Finding finding = finding(stuck);

    assertEquals(List.of(), Attribution.of(finding, List.of(now), List.of(ended.span())));
    assertSame(ended.span(), Attribution.suspect(finding, List.of(ended.span())));
  }

  @Test
  void blamesTheOnlyTestForWhatFormedInAnOldPoolWhileItRan() {
    StuckThread old = newThread();
    Scope now = open(Bank.class, "pays");
    StuckThread waitedLong = new StuckThread(old.id(), "old", 60_000L, List.of());

    assertEquals(List.of(now), Attribution.of(finding(old), List.of(now), List.of()));
    assertEquals(List.of(), Attribution.of(finding(waitedLong), List.of(now), List.of()));
    assertNull(Attribution.suspect(finding(old), List.of(now.span())));
  }
}
