package io.standstill.engine;

import java.lang.reflect.Method;

/**
 * Ends the JVM at once. Programs install security managers that keep code from ending the JVM; the
 * one who started it has asked for this, though, so the JDK's own method is found beforehand.
 */
final class Halt {
  private final int status;

  /** Null if it cannot be had. */
  private final Method unasked = unasked();

  /**
   * @param status the exit status
   */
  Halt(int status) {
    this.status = status;
  }

  /**
   * Does not return.
   *
   * @throws SecurityException if a security manager was there before us and refuses
   */
  void now() {
    try {
      Runtime.getRuntime().halt(status);
    } catch (SecurityException refused) {
      haltUnasked(refused);
    }
  }

  private void haltUnasked(SecurityException refused) {
    if (unasked == null) {
      throw refused;
    }
    try {
      unasked.invoke(null, status);
    } catch (ReflectiveOperationException | RuntimeException impossible) {
      throw refused;
    }
  }

  private static Method unasked() {
    try {
      Method halt = Class.forName("java.lang.Shutdown").getDeclaredMethod("halt", int.class);
      halt.setAccessible(true);
      return halt;
    } catch (ReflectiveOperationException | RuntimeException otherJdk) {
      return null;
    }
  }
}
