package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The class names here are those of tests that do not exist. */
class AttributionTest {
  private static final class Shop {}

  private static final class Bank {}

  private static Scope open(Class<?> type, String method) {
    return open(type, method, new Thread());
  }

  private static Scope open(Class<?> type, String method, Thread thread) {
    Span span = new Span(id(type, method), type.getSimpleName() + " > " + method, type, method);
    return scope(span, thread);
  }

  private static Scope scope(Span span, Thread thread) {
    span.stepBegan();
    return new Scope(span, Settings.DEFAULT, thread, null);
  }

  /** What JUnit does for a class, outside its methods. */
  private static Scope openOuter(Class<?> type) {
    return scope(Span.outer(id(type), () -> "around " + type.getSimpleName()), new Thread());
  }

  private static String id(Class<?> type) {
    return "[engine:any]/[class:" + type.getSimpleName() + "]";
  }

  private static String id(Class<?> type, String method) {
    return id(type) + "/[method:" + method + "]";
  }

  /** All of them have ended. */
  private static Past past(Scope... scopes) {
    return new Past(Stream.of(scopes).map(Scope::span).toList(), null);
  }

  /** Ends later than whatever began before. */
  private static void end(Scope scope) {
    long now = System.nanoTime();
    while (System.nanoTime() == now) {
      Thread.onSpinWait();
    }
    scope.span().stepEnded();
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

    assertEquals(List.of(one, other), Attribution.of(finding, List.of(one, other), past()));
  }

  @Test
  void blamesTheOnlyOneThatRunsForThreadsThatItMade() {
    Scope before = open(Shop.class, "buys");
    end(before);
    Scope now = open(Bank.class, "pays");
    StuckThread made = new StuckThread(newThread().id(), "made", 60_000L, List.of());

    assertEquals(List.of(now), Attribution.of(finding(made), List.of(now), past(before)));
  }

  @Test
  void blamesNobodyForThreadsThatAnotherMayHaveMadeBeforeItsTest() {
    Scope lasting = open(Bank.class, "pays");
    StuckThread stuck = newThread();
    Scope late = open(Shop.class, "buys");

    assertEquals(List.of(), Attribution.of(finding(stuck), List.of(lasting, late), past()));
  }

  @Test
  void blamesNobodyForThreadsOfLifecycleMethodsThatRanBesideIt() {
    Scope lasting = open(Bank.class, "pays");
    Scope beforeAll = scope(Span.ofClass(id(Shop.class), () -> "", Shop.class), new Thread());
    StuckThread stuck = newThread();
    end(beforeAll);

    assertEquals(List.of(), Attribution.of(finding(stuck), List.of(lasting), past(beforeAll)));
  }

  @Test
  void blamesNobodyForThreadsOfCallbacksThatRunBesideIt() {
    Scope lasting = open(Bank.class, "pays");
    Scope callbacks = openOuter(Shop.class);
    Finding finding = finding(newThread());

    assertEquals(List.of(), Attribution.of(finding, List.of(lasting, callbacks), past()));
    end(callbacks);
    assertEquals(List.of(), Attribution.of(finding, List.of(lasting), past(callbacks)));
  }

  @Test
  void blamesNobodyIfItIsForgottenWhatRanBesideIt() {
    Scope lasting = open(Bank.class, "pays");
    Past forgotten = new Past(List.of(), System.nanoTime() + 1_000_000_000);

    assertEquals(List.of(), Attribution.of(finding(newThread()), List.of(lasting), forgotten));
  }

  @Test
  void blamesTheOnlyTestInSpiteOfWhatIsAroundItAndWasBefore() {
    Scope around = openOuter(Bank.class);
    Scope before = openOuter(Shop.class);
    Scope beforeAll = scope(Span.ofClass(id(Bank.class), () -> "", Bank.class), new Thread());
    end(before);
    end(beforeAll);
    Scope now = open(Bank.class, "pays");
    Finding finding = finding(newThread());

    List<Scope> open = List.of(around, now);
    assertEquals(List.of(now), Attribution.of(finding, open, past(before, beforeAll)));
  }

  @Test
  void blamesAFactoryInSpiteOfTheTestsThatItMade() {
    Scope factory = open(Bank.class, "pays");
    String id = id(Bank.class, "pays") + "/[dynamic-test:#1]";
    Scope made = scope(new Span(id, "made", Bank.class, "pays"), new Thread());
    end(made);
    Finding finding = finding(newThread());

    assertEquals(List.of(factory), Attribution.of(finding, List.of(factory), past(made)));
  }

  @Test
  void blamesTheOneWhoseLambdaRunsWhereSeveralMayHaveMadeTheThreads() {
    Scope one = open(Shop.class, "buys");
    Scope other = open(Shop.class, "sells");
    Finding finding = finding(newThread(in(Shop.class, "lambda$sells$0")), newThread());

    assertEquals(List.of(other), Attribution.of(finding, List.of(one, other), past()));
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
      assertEquals(List.of(other), Attribution.of(finding, all, past(one)));
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

    assertEquals(List.of(other), Attribution.of(finding, List.of(one, other), past()));
  }

  @Test
  void blamesNobodyWhereItIsNotClear() {
    Scope one = open(Shop.class, "buys");
    Scope other = open(Bank.class, "pays");

    assertEquals(List.of(), Attribution.of(finding(newThread()), List.of(one, other), past()));
  }

  @Test
  void blamesNobodyForWhatAnEarlierTestLeft() {
    Scope ended = open(Shop.class, "buys");
    StuckThread stuck = newThread();
    end(ended);
    Scope now = open(Bank.class, "pays");
    Finding finding = finding(stuck);

    assertEquals(List.of(), Attribution.of(finding, List.of(now), past(ended)));
    assertSame(ended.span(), Attribution.suspect(finding, past(ended)));
  }

  @Test
  void blamesNobodyForWhatAnEarlierTestOfTheSameMethodLeft() {
    Scope ended = open(Shop.class, "buys");
    StuckThread stuck = newThread(in(Shop.class, "lambda$buys$0"));
    end(ended);
    Scope again = open(Shop.class, "buys");

    assertEquals(List.of(), Attribution.of(finding(stuck), List.of(again), past(ended)));
  }

  @Test
  void blamesTheOnlyTestForWhatFormedInAnOldPoolWhileItRan() {
    StuckThread old = newThread();
    Scope now = open(Bank.class, "pays");
    StuckThread waitedLong = new StuckThread(old.id(), "old", 60_000L, List.of());

    assertEquals(List.of(now), Attribution.of(finding(old), List.of(now), past()));
    assertEquals(List.of(), Attribution.of(finding(waitedLong), List.of(now), past()));
    assertNull(Attribution.suspect(finding(old), past(now)));
  }
}
