package io.standstill.weave;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * The registry: every primitive that is woven at an instruction. Synchronized methods, which have
 * no instruction of their own, are woven by {@link SynchronizedMethodWeaver}.
 */
final class Primitives {
  private static final List<Primitive> ALL =
      List.of(
          new MonitorWeaver(),
          new LockCallWeaver(),
          new StampedLockWeaver(),
          new SemaphoreWeaver(),
          new JoinWeaver(),
          new AwaitWeaver(),
          new SubmissionWeaver(),
          new MethodReferenceWeaver());

  private Primitives() {}

  /** The primitive that weaves an instruction, or null: most instructions are left alone. */
  static Primitive of(AbstractInsnNode instruction) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).matches(instruction)) {
        return ALL.get(i);
      }
    }
    return null;
  }
}
