package io.standstill.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The ways through a method on which nothing is thrown. */
final class Ways {
  /** Of longer methods nothing is claimed. */
  private static final int LONGEST = 2_000;

  private final MethodNode method;

  /** Where each instruction leads; null until it is asked for. */
  private int[][] next;

  /** What can be reached from the beginning. */
  private BitSet used;

  private boolean ends;

  Ways(MethodNode method) {
    this.method = method;
  }

  /** The labels to which an instruction may jump. */
  static List<LabelNode> targets(AbstractInsnNode insn) {
    if (insn instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    } else if (insn instanceof TableSwitchInsnNode table) {
      List<LabelNode> all = new ArrayList<>(table.labels);
      all.add(table.dflt);
      return all;
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      List<LabelNode> all = new ArrayList<>(lookup.labels);
      all.add(lookup.dflt);
      return all;
    }
    return List.of();
  }

  /** True if every way from the beginning comes to this instruction and from there to the end. */
  boolean allPass(int at) {
    if (method.instructions.size() > LONGEST || !method.tryCatchBlocks.isEmpty() && isOld()) {
      return false;
    }
    if (next == null) {
      next = edges();
      used = reachable(0, -1);
      ends = returns(used);
    }
    if (!ends || !used.get(at)) {
      return false;
    }
    BitSet around = reachable(0, at);
    return !returns(around) && allLoopsReach(at, around);
  }

  private boolean returns(BitSet instructions) {
    for (int i = instructions.nextSetBit(0); i >= 0; i = instructions.nextSetBit(i + 1)) {
      if (isReturn(i)) {
        return true;
      }
    }
    return false;
  }

  /** True if every loop among these instructions may be left for the one at {@code at}. */
  private boolean allLoopsReach(int at, BitSet instructions) {
    for (int i = instructions.nextSetBit(0); i >= 0; i = instructions.nextSetBit(i + 1)) {
      if (jumpsBack(i) && !reachable(i, -1).get(at)) {
        return false;
      }
    }
    return true;
  }

  /** With subroutines, which have no place in newer class files, ways are not known. */
  private boolean isOld() {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn.getOpcode() == Opcodes.JSR || insn.getOpcode() == Opcodes.RET) {
        return true;
      }
    }
    return false;
  }

  private int[][] edges() {
    int[][] edges = new int[method.instructions.size()][];
    for (int i = 0; i < edges.length; i++) {
      AbstractInsnNode insn = method.instructions.get(i);
      List<Integer> to = new ArrayList<>();
      targets(insn).forEach(label -> to.add(method.instructions.indexOf(label)));
      if (fallsThrough(insn) && i + 1 < edges.length) {
        to.add(i + 1);
      }
      edges[i] = to.stream().mapToInt(Integer::intValue).toArray();
    }
    return edges;
  }

  private static boolean fallsThrough(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode != Opcodes.GOTO
        && opcode != Opcodes.ATHROW
        && opcode != Opcodes.TABLESWITCH
        && opcode != Opcodes.LOOKUPSWITCH
        && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
  }

  private boolean isReturn(int at) {
    int opcode = method.instructions.get(at).getOpcode();
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  private boolean jumpsBack(int at) {
    for (int to : next[at]) {
      if (to < at) {
        return true;
      }
    }
    return false;
  }

  /** What can be reached from an instruction without passing another one. */
  private BitSet reachable(int from, int without) {
    BitSet seen = new BitSet();
    if (from == without) {
      return seen;
    }
    int[] open = new int[next.length];
    int count = 0;
    open[count++] = from;
    seen.set(from);
    while (count > 0) {
      for (int to : next[open[--count]]) {
        if (to != without && !seen.get(to)) {
          seen.set(to);
          open[count++] = to;
        }
      }
    }
    return seen;
  }
}
