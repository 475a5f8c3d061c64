package io.standstill.options;

/** What to do about a certain deadlock that does not end by itself. */
public sealed interface OnDeadlock {
  /** Report it, and let the application stand. */
  record Report() implements OnDeadlock {}

  /** Report it, flush all outputs, and end the JVM with this status. */
  record Halt(int status) implements OnDeadlock {}
}
