package io.standstill.detect.probe;

import io.standstill.recorder.LockReferenceHooks;
import io.standstill.recorder.Site;
import io.standstill.release.Lending;
import java.util.Set;

/**
 * Recognises on a stack the call by which a site takes a foreign lock, or borrows from a pool of
 * objects.
 */
final class ForeignCall {
  private static final Set<String> TAKING = Set.of("lock", "tryLock");

  private ForeignCall() {}

  /** True if the site's line, or a method reference, is in a call of {@code lock} or the like. */
  static boolean isOnStack(Site site, StackTraceElement[] stack) {
    for (int i = 1; i < stack.length && site != null; i++) {
      if (isTaking(stack[i - 1].getMethodName(), site) && isCaller(site, stack[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTaking(String method, Site site) {
    Set<String> names = site.kind() == Site.Kind.BORROW ? Lending.borrows() : TAKING;
    return names.stream().anyMatch(method::startsWith);
  }

  private static boolean isCaller(Site site, StackTraceElement frame) {
    return frame.getClassName().equals(LockReferenceHooks.class.getName())
        || frame.getClassName().equals(site.className())
            && frame.getMethodName().equals(site.method())
            && (site.line() == 0 || frame.getLineNumber() == site.line());
  }
}
