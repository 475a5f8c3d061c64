package io.standstill.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * How many stack slots an instruction pops and pushes; long and double are two. Only for the
 * instructions that are found between a lock and its use; null for all others.
 */
record StackEffect(int pops, int pushes) {

  static StackEffect of(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      return ofCall(call.desc, call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
    } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
      return ofCall(dynamic.desc, 0);
    } else if (insn instanceof FieldInsnNode field) {
      return ofField(field);
    } else if (insn instanceof LdcInsnNode constant) {
      boolean wide = constant.cst instanceof Long || constant.cst instanceof Double;
      return new StackEffect(0, wide ? 2 : 1);
    }
    return ofOpcode(insn.getOpcode());
  }

  private static StackEffect ofCall(String descriptor, int receiver) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    return new StackEffect((sizes >> 2) - 1 + receiver, sizes & 3);
  }

  private static StackEffect ofField(FieldInsnNode field) {
    int size = Type.getType(field.desc).getSize();
    return switch (field.getOpcode()) {
      case Opcodes.GETFIELD -> new StackEffect(1, size);
      case Opcodes.GETSTATIC -> new StackEffect(0, size);
      case Opcodes.PUTFIELD -> new StackEffect(1 + size, 0);
      default -> new StackEffect(size, 0);
    };
  }

  private static StackEffect ofOpcode(int opcode) {
    return switch (opcode) {
      case Opcodes.NOP, Opcodes.IINC -> new StackEffect(0, 0);
      case Opcodes.ACONST_NULL,
          Opcodes.ICONST_M1,
          Opcodes.ICONST_0,
          Opcodes.ICONST_1,
          Opcodes.ICONST_2,
          Opcodes.ICONST_3,
          Opcodes.ICONST_4,
          Opcodes.ICONST_5,
          Opcodes.BIPUSH,
          Opcodes.SIPUSH,
          Opcodes.ILOAD,
          Opcodes.FLOAD,
          Opcodes.ALOAD,
          Opcodes.NEW ->
          new StackEffect(0, 1);
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.LLOAD, Opcodes.DLOAD ->
          new StackEffect(0, 2);
      case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE, Opcodes.POP -> new StackEffect(1, 0);
      case Opcodes.LSTORE, Opcodes.DSTORE, Opcodes.POP2 -> new StackEffect(2, 0);
      case Opcodes.AALOAD,
          Opcodes.IALOAD,
          Opcodes.BALOAD,
          Opcodes.IADD,
          Opcodes.ISUB,
          Opcodes.IMUL,
          Opcodes.IDIV,
          Opcodes.IREM,
          Opcodes.IAND,
          Opcodes.IOR,
          Opcodes.IXOR,
          Opcodes.ISHL,
          Opcodes.ISHR,
          Opcodes.IUSHR ->
          new StackEffect(2, 1);
      case Opcodes.LALOAD -> new StackEffect(2, 2);
      case Opcodes.LADD, Opcodes.LSUB, Opcodes.LMUL, Opcodes.LDIV, Opcodes.LREM ->
          new StackEffect(4, 2);
      case Opcodes.DUP -> new StackEffect(1, 2);
      case Opcodes.I2L -> new StackEffect(1, 2);
      case Opcodes.L2I -> new StackEffect(2, 1);
      case Opcodes.CHECKCAST, Opcodes.INSTANCEOF, Opcodes.ARRAYLENGTH, Opcodes.INEG ->
          new StackEffect(1, 1);
      default -> null;
    };
  }
}
