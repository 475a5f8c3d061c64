package io.standstill.jvm;

/**
 * What can be read of a virtual thread's fields: what it was made to run, who schedules it, and
 * what carries it. On a JDK that lacks a field the answer is that nothing is known.
 */
final class VirtualState {
  private static final String VIRTUAL = "java.lang.VirtualThread";
  private static final PrivateField CARRIER = PrivateField.ifPresent(VIRTUAL, "carrierThread");
  private static final PrivateField SCHEDULER = PrivateField.ifPresent(VIRTUAL, "scheduler");
  private static final PrivateField CONTINUATION = PrivateField.ifPresent(VIRTUAL, "cont");
  private static final PrivateField TARGET =
      PrivateField.ifPresent("jdk.internal.vm.Continuation", "target");

  /** The JDK wraps the task once more, in an anonymous class that captures it. */
  private static final PrivateField TASK =
      PrivateField.ifPresent(VIRTUAL + "$VThreadContinuation$1", "val$task");

  private VirtualState() {}

  /** The platform thread that it is mounted on, or null. */
  static Thread carrier(Thread virtual) {
    return (Thread) read(CARRIER, virtual);
  }

  static Object scheduler(Thread virtual) {
    return read(SCHEDULER, virtual);
  }

  static Object task(Thread virtual) {
    Object continuation = read(CONTINUATION, virtual);
    Object target = continuation == null ? null : read(TARGET, continuation);
    return target == null ? null : read(TASK, target);
  }

  private static Object read(PrivateField field, Object target) {
    return field != null && field.owner().isInstance(target) ? field.get(target) : null;
  }
}
