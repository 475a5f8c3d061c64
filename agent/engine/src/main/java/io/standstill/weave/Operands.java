package io.standstill.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds the instruction that pushed an operand, through straight-line code only. */
final class Operands {
  private Operands() {}

  /** The instruction that pushed what a woven instruction locks; null if it is not known. */
  static AbstractInsnNode lockOf(AbstractInsnNode use) {
    if (use instanceof MethodInsnNode call) {
      return call.getOpcode() == Opcodes.INVOKESTATIC ? null : source(call, receiverDepth(call));
    } else if (use instanceof InvokeDynamicInsnNode dynamic) {
      return MethodReferenceWeaver.isBound(dynamic) ? source(dynamic, 0) : null;
    }
    return source(use, 0);
  }

  /**
   * The instruction that pushed what a compiler's own variable holds, which is stored just before
   * it is used; null if this is none.
   */
  static AbstractInsnNode storedJustBefore(VarInsnNode local) {
    AbstractInsnNode before = local.getPrevious();
    return before instanceof VarInsnNode store
            && store.getOpcode() == Opcodes.ASTORE
            && store.var == local.var
        ? source(store, 0)
        : null;
  }

  /** How many slots below the top the object lies whose method is called. */
  static int receiverDepth(MethodInsnNode call) {
    return (Type.getArgumentsAndReturnSizes(call.desc) >> 2) - 1;
  }

  /**
   * The instruction that pushed the operand that lies so many slots below the top when another
   * runs; null if it is not known.
   */
  static AbstractInsnNode source(AbstractInsnNode use, int depth) {
    int below = depth;
    for (AbstractInsnNode insn = use.getPrevious(); insn != null; insn = insn.getPrevious()) {
      if (insn instanceof FrameNode) {
        return null; // Paths meet here: the operand may come from any of them.
      } else if (insn.getOpcode() < 0) {
        continue;
      }
      StackEffect effect = StackEffect.of(insn);
      if (effect == null) {
        return null;
      } else if (below >= effect.pushes()) {
        below += effect.pops() - effect.pushes();
      } else if (insn.getOpcode() == Opcodes.DUP || insn.getOpcode() == Opcodes.CHECKCAST) {
        below = 0;
      } else {
        return insn;
      }
    }
    return null;
  }
}
