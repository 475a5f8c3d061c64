package io.standstill.weave;

import io.standstill.release.Span;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Lines and loops of a method: a jump back closes a loop. */
final class Spans {
  private record Loop(int from, int to) {
    boolean contains(int at) {
      return from <= at && at <= to;
    }
  }

  private final MethodNode method;
  private final int[] lines;
  private final List<Loop> loops = new ArrayList<>();
  private final Ways ways;

  Spans(MethodNode method) {
    this.method = method;
    this.lines = new int[method.instructions.size()];
    this.ways = new Ways(method);
    int line = 0;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode number) {
        line = number.line;
      }
      int at = method.instructions.indexOf(insn);
      lines[at] = line;
      for (LabelNode target : Ways.targets(insn)) {
        int to = method.instructions.indexOf(target);
        if (to < at) {
          loops.add(new Loop(to, at));
        }
      }
    }
  }

  int firstLine() {
    for (int line : lines) {
      if (line > 0) {
        return line;
      }
    }
    return 0;
  }

  Span of(AbstractInsnNode insn) {
    int at = method.instructions.indexOf(insn);
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (Loop loop : loops) {
      if (loop.contains(at)) {
        for (int i = loop.from(); i <= loop.to(); i++) {
          first = lines[i] > 0 ? Math.min(first, lines[i]) : first;
          last = Math.max(last, lines[i]);
        }
      }
    }
    // Without line numbers, a loop still is one.
    return last == 0 && isInLoop(at)
        ? new Span(lines[at], 0, Integer.MAX_VALUE, false)
        : new Span(lines[at], last == 0 ? 0 : first, last, ways.allPass(at));
  }

  /** Whether a loop goes through one instruction again and again, but not through another. */
  boolean repeatsWithout(AbstractInsnNode insn, AbstractInsnNode other) {
    int at = method.instructions.indexOf(insn);
    int beside = method.instructions.indexOf(other);
    return loops.stream().anyMatch(loop -> loop.contains(at) && !loop.contains(beside));
  }

  private boolean isInLoop(int at) {
    return loops.stream().anyMatch(loop -> loop.contains(at));
  }
}
