package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Site;
import org.junit.jupiter.api.Test;

/** How the call that takes a foreign lock is recognised. */
class ForeignCallTest {
  private static final Site SITE =
      new Site("bank.Bank", "pay", "Bank.java", 41, "own", null, Site.Kind.LOCK);

  private static boolean isOnStack(StackTraceElement... stack) {
    return ForeignCall.isOnStack(SITE, stack);
  }

  private static StackTraceElement frame(String type, String method, int line) {
    return new StackTraceElement(type, method, "Any.java", line);
  }

  @Test
  void recognisesTheLineThatCalls() {
    assertTrue(
        isOnStack(
            frame("java.lang.Object", "wait", 1),
            frame("bank.OwnLock", "lockInterruptibly", 7),
            frame("bank.Bank", "pay", 41),
            frame("bank.Bank", "main", 3)));
  }

  @Test
  void disbelievesAnotherLineOfTheSameMethod() {
    assertFalse(isOnStack(frame("bank.OwnLock", "lock", 7), frame("bank.Bank", "pay", 42)));
  }

  @Test
  void disbelievesAnotherCallOfTheSameLine() {
    assertFalse(isOnStack(frame("bank.Account", "withdraw", 7), frame("bank.Bank", "pay", 41)));
    assertFalse(isOnStack(frame("bank.Bank", "pay", 41)));
  }

  @Test
  void knowsNothingOfASiteThatIsNone() {
    assertFalse(ForeignCall.isOnStack(null, new StackTraceElement[] {frame("a.A", "lock", 1)}));
  }
}
