package io.standstill.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A piece of code to be inserted, written one instruction per line so that it reads as a listing.
 */
final class Code {
  private final InsnList list = new InsnList();
  private final int journal;

  /**
   * @param journal the local variable that holds the journal
   */
  Code(int journal) {
    this.journal = journal;
  }

  Code insn(int opcode) {
    return add(new InsnNode(opcode));
  }

  Code dup() {
    return insn(Opcodes.DUP);
  }

  Code swap() {
    return insn(Opcodes.SWAP);
  }

  /** Pushes an int constant in its shortest form. */
  Code push(int value) {
    if (value >= -1 && value <= 5) {
      return insn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      return add(new IntInsnNode(Opcodes.BIPUSH, value));
    } else if (value == (short) value) {
      return add(new IntInsnNode(Opcodes.SIPUSH, value));
    }
    return add(new LdcInsnNode(value));
  }

  /** Pushes a class; needs a class file of version 49 or later. */
  Code push(Type type) {
    return add(new LdcInsnNode(type));
  }

  /** Pushes a handle of a method; needs a class file of version 51 or later. */
  Code push(Handle method) {
    return add(new LdcInsnNode(method));
  }

  Code load(Type type, int local) {
    return add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
  }

  Code store(Type type, int local) {
    return add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), local));
  }

  Code loadJournal() {
    return add(new VarInsnNode(Opcodes.ALOAD, journal));
  }

  Code storeJournal() {
    return add(new VarInsnNode(Opcodes.ASTORE, journal));
  }

  /** Calls a hook. Its name is taken from the class literal, which the build may relocate. */
  Code hook(Class<?> hooks, String name, Class<?> result, Class<?>... parameters) {
    Type[] types = new Type[parameters.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Type.getType(parameters[i]);
    }
    return add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(hooks),
            name,
            Type.getMethodDescriptor(Type.getType(result), types),
            false));
  }

  Code add(AbstractInsnNode instruction) {
    list.add(instruction);
    return this;
  }

  /** The instructions; to be inserted once. */
  InsnList list() {
    return list;
  }
}
