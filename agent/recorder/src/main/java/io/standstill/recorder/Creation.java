package io.standstill.recorder;

/**
 * The stack at the end of a constructor. Never thrown. A throwable keeps it in the JVM's own form,
 * which takes no other class and little time; the engine turns it into frames later.
 */
final class Creation extends Throwable {
  private static final long serialVersionUID = 1;

  Creation() {
    super(null, null, false, true);
  }
}
