package io.standstill.weave;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Keeps the hook behind a {@code monitorexit} out of the protected ranges whose handler releases
 * the same monitor again: a stack overflow in the hook would release it twice, or loop in a handler
 * that covers itself, and HotSpot would see unstructured locking. Ranges that release an outer
 * monitor must cover the hook for the same reasons.
 *
 * <p>Compilers differ in where such a range ends: javac right after the exit, older ones an
 * instruction later, Kotlin before it. They agree in keeping each monitor in a local variable,
 * which tells whose range it is.
 */
final class MonitorRanges {
  private static final int UNKNOWN = -1;
  private static final int MAXIMUM_HANDLER = 64;

  private MonitorRanges() {}

  /** The local variable from which a {@code monitorexit} gets its monitor, or {@link #UNKNOWN}. */
  static int monitorOf(AbstractInsnNode exit) {
    AbstractInsnNode insn = exit.getPrevious();
    while (insn != null && (insn.getOpcode() < 0 || insn.getOpcode() == Opcodes.DUP)) {
      insn = insn.getPrevious();
    }
    return insn instanceof VarInsnNode local && local.getOpcode() == Opcodes.ALOAD
        ? local.var
        : UNKNOWN;
  }

  /** Takes what lies between two labels out of all ranges that release this monitor. */
  static void exclude(MethodNode method, int monitor, LabelNode from, LabelNode to) {
    int hook = method.instructions.indexOf(from);
    int own = Integer.MAX_VALUE;
    for (TryCatchBlockNode range : method.tryCatchBlocks) {
      int start = method.instructions.indexOf(range.start);
      if (start < hook
          && hook < method.instructions.indexOf(range.end)
          && releases(range.handler, monitor)) {
        own = Math.min(own, start);
      }
    }
    for (TryCatchBlockNode range : List.copyOf(method.tryCatchBlocks)) {
      if (method.instructions.indexOf(range.start) < hook
          && hook < method.instructions.indexOf(range.end)
          && (releases(range.handler, monitor)
              || method.instructions.indexOf(range.start) > own
                  && releases(range.handler, UNKNOWN))) {
        int place = method.tryCatchBlocks.indexOf(range);
        if (hasCode(to, range.end)) {
          method.tryCatchBlocks.add(
              place + 1, new TryCatchBlockNode(to, range.end, range.handler, range.type));
        }
        if (hasCode(range.start, from)) {
          range.end = from;
        } else {
          method.tryCatchBlocks.remove(place);
        }
      }
    }
  }

  private static boolean hasCode(LabelNode from, LabelNode to) {
    AbstractInsnNode insn = from;
    while (insn != to && insn.getOpcode() < 0) {
      insn = insn.getNext();
    }
    return insn != to;
  }

  /** True if the first thing a handler does to any monitor is to release this one. */
  private static boolean releases(LabelNode handler, int monitor) {
    AbstractInsnNode insn = handler;
    for (int steps = 0; insn != null && steps < MAXIMUM_HANDLER; steps++) {
      int opcode = insn.getOpcode();
      if (opcode == Opcodes.MONITOREXIT) {
        int released = monitorOf(insn);
        return released == monitor || released == UNKNOWN || monitor == UNKNOWN;
      } else if (opcode == Opcodes.GOTO || opcode == Opcodes.JSR) {
        insn = ((JumpInsnNode) insn).label;
      } else if (opcode == Opcodes.MONITORENTER
          || opcode == Opcodes.ATHROW
          || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        return false;
      } else {
        insn = insn.getNext();
      }
    }
    return false;
  }
}
