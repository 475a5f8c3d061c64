package io.standstill.order;

import io.standstill.jvm.Frames;
import io.standstill.recorder.Site;
import java.util.Set;

/**
 * Where the application was when code of the JDK took a lock: the place that somebody can mend, and
 * that tells one list from another. Read from a stack, on which that code still is.
 */
final class Callers {
  private static final Set<String> OWN_PACKAGES =
      Set.of("engine", "finding", "order", "pool", "report", "weave");

  private final StackTraceElement[] stack;

  /** Frames that were found already lie outside of those still to be found. */
  private int inside;

  /**
   * @param stack innermost frame first; null if it is not known
   */
  Callers(StackTraceElement[] stack) {
    this.stack = stack;
    this.inside = stack == null ? 0 : stack.length;
  }

  /** True unless the JDK or the agent is known to have been busy with itself. */
  boolean areOfTheApplication() {
    for (int i = stack == null ? -1 : stack.length - 1; i >= 0; i--) {
      if (!Frames.isJdk(stack[i])) {
        return !isOwn(stack[i].getClassName());
      }
    }
    return stack == null;
  }

  private static boolean isOwn(String className) {
    String[] names = className.split("[.]", 4);
    return names.length == 4
        && names[0].equals("io")
        && names[1].equals("standstill")
        && OWN_PACKAGES.contains(names[2]);
  }

  /**
   * The application's place behind one of the JDK, to be asked for from the oldest lock to the
   * newest; the place itself if it is the application's, or if no caller is known.
   */
  Site of(Site site) {
    if (stack == null || !site.isOfTheJdk()) {
      return site;
    }
    for (int i = inside - 1; i >= 0; i--) {
      if (stack[i].getClassName().equals(site.className())
          && stack[i].getMethodName().equals(site.method())) {
        inside = i;
        return caller(i + 1, site);
      }
    }
    return site;
  }

  private Site caller(int from, Site site) {
    for (int i = from; i < stack.length; i++) {
      StackTraceElement frame = stack[i];
      if (!Frames.isJdk(frame)) {
        return new Site(
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            Math.max(frame.getLineNumber(), 0),
            null,
            null,
            site.kind());
      }
    }
    return site;
  }
}
