package io.standstill.weave;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A method while it is woven: where its new locals lie, and how code is inserted without disturbing
 * jumps and exception handlers.
 *
 * <p>The journal lives in the first local behind those of the method. It is set before anything
 * else happens, so that it may stand in every frame. The locals behind it are scratch: they are
 * used within straight-line code only and appear in no frame.
 */
final class WovenMethod {
  /** The deepest that any weaver goes above the operands of the instruction that it weaves. */
  static final int EXTRA_STACK = 5;

  final MethodNode node;
  final String owner;
  final int journal;

  private final int scratch;

  /**
   * @param owner internal name of the class
   * @param reserved how many locals behind the journal are taken already
   */
  WovenMethod(MethodNode node, String owner, int reserved) {
    this.node = node;
    this.owner = owner;
    journal = node.maxLocals;
    scratch = journal + 1 + reserved;
    node.maxLocals = scratch;
    node.maxStack += EXTRA_STACK;
  }

  Code code() {
    return new Code(journal);
  }

  /**
   * Moves the arguments of a call from the stack to scratch locals; the receiver is on top then.
   */
  Code spillArguments(Code code, MethodInsnNode call) {
    Type[] types = Type.getArgumentTypes(call.desc);
    int local = scratch;
    for (int i = types.length - 1; i >= 0; i--) {
      code.store(types[i], local);
      local += types[i].getSize();
    }
    node.maxLocals = Math.max(node.maxLocals, local);
    return code;
  }

  /**
   * Notes what is on top of the stack, until the instruction behind is over. In the place of
   * arguments: there is room for either.
   */
  Code keep(Code code, Type type) {
    node.maxLocals = Math.max(node.maxLocals, scratch + type.getSize());
    return code.dup().store(type, scratch);
  }

  /** Pushes what {@link #keep} noted. */
  Code loadKept(Code code, Type type) {
    return code.load(type, scratch);
  }

  /** Pushes one argument that {@link #spillArguments} put away. */
  Code loadArgument(Code code, MethodInsnNode call, int index) {
    Type[] types = Type.getArgumentTypes(call.desc);
    int local = scratch;
    for (int i = types.length - 1; i > index; i--) {
      local += types[i].getSize();
    }
    return code.load(types[index], local);
  }

  /** Pushes all arguments that {@link #spillArguments} put away. */
  Code loadArguments(Code code, MethodInsnNode call) {
    int count = Type.getArgumentTypes(call.desc).length;
    for (int i = 0; i < count; i++) {
      loadArgument(code, call, i);
    }
    return code;
  }

  /** Inserts code that a jump to the instruction runs too. */
  void before(AbstractInsnNode instruction, Code code) {
    node.instructions.insertBefore(instruction, code.list());
  }

  /** Inserts code that runs only after the instruction, never after a jump to what follows it. */
  void after(AbstractInsnNode instruction, Code code) {
    node.instructions.insert(instruction, code.list());
  }

  /**
   * Inserts code after an instruction that took a lock. Protected ranges that begin there begin
   * with the inserted code, so that a stack overflow in a hook still releases the lock.
   */
  void afterTaking(AbstractInsnNode instruction, Code code) {
    Set<LabelNode> following = labelsBehind(instruction);
    LabelNode start = new LabelNode();
    for (TryCatchBlockNode range : node.tryCatchBlocks) {
      if (following.contains(range.start)) {
        range.start = start;
      }
    }
    InsnList list = code.list();
    list.insert(start);
    node.instructions.insert(instruction, list);
  }

  private static Set<LabelNode> labelsBehind(AbstractInsnNode instruction) {
    Set<LabelNode> labels = Collections.newSetFromMap(new IdentityHashMap<>());
    AbstractInsnNode next = instruction.getNext();
    while (next != null && next.getOpcode() < 0) {
      if (next instanceof LabelNode label) {
        labels.add(label);
      }
      next = next.getNext();
    }
    return labels;
  }
}
