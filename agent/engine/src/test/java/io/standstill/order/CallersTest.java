package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Site;
import org.junit.jupiter.api.Test;

/** Places of the application behind those of the JDK. */
class CallersTest {
  private static final Site FOR_EACH = site("java.util.Vector", "forEach", 1);
  private static final Site GET = site("java.util.Vector", "get", 2);
  private static final Site OWN = site("shop.Till", "pay", 3);

  private static Site site(String className, String method, int line) {
    return new Site(className, method, "A.java", line, null, null, Site.Kind.MONITOR);
  }

  private static StackTraceElement frame(String className, String method, int line) {
    return new StackTraceElement(className, method, "A.java", line);
  }

  private static Callers at(StackTraceElement... stack) {
    return new Callers(stack);
  }

  @Test
  void findsTheCallerOfEachHold() {
    Callers callers =
        at(
            frame("java.util.Vector", "get", 2),
            frame("shop.Till", "inner", 30),
            frame("java.util.Vector", "forEach", 1),
            frame("shop.Till", "outer", 20),
            frame("java.lang.Thread", "run", 800));
    assertEquals(site("shop.Till", "outer", 20), callers.of(FOR_EACH));
    assertSame(OWN, callers.of(OWN));
    assertEquals(site("shop.Till", "inner", 30), callers.of(GET));
  }

  @Test
  void tellsTwoHoldsOfOneMethodApart() {
    Callers callers =
        at(
            frame("java.util.Vector", "forEach", 1),
            frame("shop.Till", "inner", 30),
            frame("java.util.Vector", "forEach", 1),
            frame("shop.Till", "outer", 20));
    assertEquals(site("shop.Till", "outer", 20), callers.of(FOR_EACH));
    assertEquals(site("shop.Till", "inner", 30), callers.of(FOR_EACH));
  }

  @Test
  void keepsThePlaceOfTheJdkWhereNoStackTells() {
    assertSame(GET, new Callers(null).of(GET));
    assertSame(GET, at(frame("shop.Till", "pay", 1)).of(GET));
    assertSame(GET, at(frame("java.util.Vector", "get", 2)).of(GET));
  }

  @Test
  void knowsWhenTheJdkOrTheAgentIsBusyWithItself() {
    assertTrue(new Callers(null).areOfTheApplication());
    assertTrue(at(GET_FRAME, frame("shop.Till", "pay", 1)).areOfTheApplication());
    assertTrue(at(GET_FRAME, frame("io.standstill.samples.Shop", "pay", 1)).areOfTheApplication());
    assertFalse(at(GET_FRAME, frame("java.lang.Thread", "run", 1)).areOfTheApplication());
    assertFalse(
        at(GET_FRAME, frame("lib.Log", "log", 1), frame("io.standstill.report.LogStream", "w", 1))
            .areOfTheApplication());
  }

  private static final StackTraceElement GET_FRAME = frame("java.util.Vector", "get", 2);
}
