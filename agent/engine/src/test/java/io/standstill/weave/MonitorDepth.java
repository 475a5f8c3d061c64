package io.standstill.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Follows every path through a method and counts the monitors held: the question that HotSpot asks
 * before it compiles. Each instruction must be reached with one count only, exception handlers too;
 * what may fail while a monitor is held must be covered by a catch-any handler; no monitor is held
 * at a return.
 */
final class MonitorDepth {
  private final MethodNode method;
  private final InsnList code;
  private final int[] depths;
  private final Deque<Integer> work = new ArrayDeque<>();
  private final List<String> complaints = new ArrayList<>();

  private MonitorDepth(MethodNode method) {
    this.method = method;
    code = method.instructions;
    depths = new int[code.size()];
    Arrays.fill(depths, -1);
  }

  /** What is wrong with the method's locking; empty if it is structured. */
  static List<String> complaints(MethodNode method) {
    MonitorDepth depth = new MonitorDepth(method);
    if (method.instructions.size() > 0) {
      depth.flow(0, 0);
      while (!depth.work.isEmpty()) {
        depth.step(depth.work.pop());
      }
    }
    return depth.complaints;
  }

  private void flow(int to, int depth) {
    if (to >= depths.length) {
      complaints.add("runs off its end");
    } else if (depths[to] == -1) {
      depths[to] = depth;
      work.push(to);
    } else if (depths[to] != depth) {
      complaints.add("instruction " + to + " is reached with " + depths[to] + " and " + depth);
    }
  }

  private void step(int at) {
    AbstractInsnNode insn = code.get(at);
    int before = depths[at];
    boolean covered = flowToHandlers(at, before);
    if (before > 0 && !covered) {
      complaints.add("failure of " + at + " leaves with " + before + " monitors");
    }
    int after =
        switch (insn.getOpcode()) {
          case Opcodes.MONITORENTER -> before + 1;
          case Opcodes.MONITOREXIT -> before - 1;
          default -> before;
        };
    if (after < 0) {
      complaints.add("exit " + at + " without enter");
      return;
    }
    if (insn instanceof JumpInsnNode jump) {
      flow(code.indexOf(jump.label), after);
    } else if (insn instanceof TableSwitchInsnNode choice) {
      flowAll(choice.labels, choice.dflt, after);
    } else if (insn instanceof LookupSwitchInsnNode choice) {
      flowAll(choice.labels, choice.dflt, after);
    }
    boolean isReturn = insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN;
    if (isReturn && after != 0) {
      complaints.add("return " + at + " holds " + after + " monitors");
    }
    if (!isReturn
        && insn.getOpcode() != Opcodes.ATHROW
        && insn.getOpcode() != Opcodes.GOTO
        && insn.getOpcode() != Opcodes.TABLESWITCH
        && insn.getOpcode() != Opcodes.LOOKUPSWITCH) {
      flow(at + 1, after);
    }
  }

  private void flowAll(List<LabelNode> labels, LabelNode otherwise, int depth) {
    flow(code.indexOf(otherwise), depth);
    labels.forEach(label -> flow(code.indexOf(label), depth));
  }

  /** As HotSpot sees it: an exit that has its enter is taken not to fail. */
  private static boolean canThrow(int opcode, int depth) {
    return switch (opcode) {
      case Opcodes.MONITOREXIT -> depth == 0;
      case Opcodes.LDC,
          Opcodes.IDIV,
          Opcodes.IREM,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.ATHROW,
          Opcodes.MONITORENTER,
          Opcodes.MULTIANEWARRAY ->
          true;
      default ->
          opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
              || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE
              || opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.INSTANCEOF;
    };
  }

  private boolean flowToHandlers(int at, int depth) {
    if (!canThrow(code.get(at).getOpcode(), depth)) {
      return true;
    }
    for (TryCatchBlockNode range : method.tryCatchBlocks) {
      if (code.indexOf(range.start) <= at && at < code.indexOf(range.end)) {
        flow(code.indexOf(range.handler), depth);
        if (range.type == null) {
          return true;
        }
      }
    }
    return false;
  }
}
