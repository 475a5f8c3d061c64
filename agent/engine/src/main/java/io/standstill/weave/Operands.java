package io.standstill.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;

/** Finds the instruction that pushed an operand, through straight-line code only. */
final class Operands {
  private Operands() {}

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
