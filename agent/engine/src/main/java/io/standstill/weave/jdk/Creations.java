package io.standstill.weave.jdk;

import io.standstill.recorder.PoolHooks;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells of a pool at the end of its constructor. */
final class Creations {
  private Creations() {}

  /** Weaves a constructor, which must not call another one of its class. */
  static void weave(MethodNode constructor, String owner) {
    int ends = 0;
    for (AbstractInsnNode instruction : constructor.instructions.toArray()) {
      if (instruction instanceof MethodInsnNode call
          && call.name.equals("<init>")
          && call.owner.equals(owner)) {
        throw new UnexpectedCode(owner + ".<init>");
      } else if (instruction.getOpcode() == Opcodes.RETURN) {
        ends++;
        // STACK:
        constructor.instructions.insertBefore(
            instruction,
            new HookCode()
                .load(0) // STACK: pool
                .call(PoolHooks.class, "created", Object.class) // STACK:
                .list());
      }
    }
    if (ends == 0) {
      throw new UnexpectedCode(owner + ".<init>");
    }
  }
}
