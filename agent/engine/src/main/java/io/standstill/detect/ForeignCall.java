package io.standstill.detect;

import io.standstill.recorder.LockReferenceHooks;
import io.standstill.recorder.Site;

/** Recognises on a stack the call by which a site takes a foreign lock. */
final class ForeignCall {
  private ForeignCall() {}

  /** True if the site's line, or a method reference, is in a call of {@code lock} or the like. */
  static boolean isOnStack(Site site, StackTraceElement[] stack) {
    for (int i = 1; i < stack.length && site != null; i++) {
      if (isTaking(stack[i - 1].getMethodName()) && isCaller(site, stack[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTaking(String method) {
    return method.startsWith("lock") || method.startsWith("tryLock");
  }

  private static boolean isCaller(Site site, StackTraceElement frame) {
    return frame.getClassName().equals(LockReferenceHooks.class.getName())
        || frame.getClassName().equals(site.className())
            && frame.getMethodName().equals(site.method())
            && (site.line() == 0 || frame.getLineNumber() == site.line());
  }
}
