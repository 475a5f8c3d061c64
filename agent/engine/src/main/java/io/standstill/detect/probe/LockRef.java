package io.standstill.detect.probe;

import java.lang.management.LockInfo;
import java.util.List;

/**
 * A lock object, known by reference where the JVM gives one, else by class name and identity hash
 * code. Two references that agree in name and hash are taken for one object; that is good enough to
 * name a lock in a report, and who waits for whom never rests on it alone.
 */
public record LockRef(String className, int identity, Object object) {
  /** Packages of the agent whose objects are locked; those below them too. */
  private static final List<String> OWN_PACKAGES =
      List.of(
          "io.standstill.detect.",
          "io.standstill.engine.",
          "io.standstill.finding.",
          "io.standstill.order.",
          "io.standstill.pool.",
          "io.standstill.release.",
          "io.standstill.report.",
          "io.standstill.weave.");

  /** A reference to this object, or null for null. */
  public static LockRef of(Object object) {
    return object == null
        ? null
        : new LockRef(object.getClass().getName(), System.identityHashCode(object), object);
  }

  static LockRef of(LockInfo info) {
    return info == null ? null : new LockRef(info.getClassName(), info.getIdentityHashCode(), null);
  }

  /**
   * True if this is, as far as can be told, that object. The hash code comes last: to ask for it
   * makes a monitor slower that its owner has entered.
   */
  public boolean is(Object other) {
    return object != null
        ? object == other
        : className.equals(other.getClass().getName())
            && identity == System.identityHashCode(other);
  }

  /** True for a monitor of the agent's own: threads of JMX clients wait for it while it looks. */
  public boolean isAgents() {
    return OWN_PACKAGES.stream().anyMatch(className::startsWith);
  }

  /** The same lock, to be remembered without keeping it alive. */
  public LockRef withoutObject() {
    return new LockRef(className, identity, null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LockRef that
        && identity == that.identity
        && className.equals(that.className)
        && (object == null || that.object == null || object == that.object);
  }

  @Override
  public int hashCode() {
    return identity;
  }
}
