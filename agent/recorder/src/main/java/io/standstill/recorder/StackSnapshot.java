package io.standstill.recorder;

/**
 * The stack at one moment. Never thrown. A throwable keeps it in the JVM's own form, which takes no
 * other class and little time; the engine turns it into frames later. It keeps classes alive.
 */
final class StackSnapshot extends Throwable {
  private static final long serialVersionUID = 1;

  StackSnapshot() {
    super(null, null, false, true);
  }
}
