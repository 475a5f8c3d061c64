package io.standstill.weave.jdk;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A piece of code to be inserted, one instruction per line. */
final class HookCode {
  private final InsnList list = new InsnList();

  HookCode load(int local) {
    return add(new VarInsnNode(Opcodes.ALOAD, local));
  }

  HookCode store(int local) {
    return add(new VarInsnNode(Opcodes.ASTORE, local));
  }

  HookCode dup() {
    return add(new InsnNode(Opcodes.DUP));
  }

  /** Calls a hook. Its name is taken from the class literal, which the build may relocate. */
  HookCode call(Class<?> hooks, String name, Class<?>... parameters) {
    return call(Type.VOID_TYPE, hooks, name, parameters);
  }

  /** Calls a hook that returns an object. */
  HookCode ask(Class<?> hooks, String name, Class<?>... parameters) {
    return call(Type.getType(Object.class), hooks, name, parameters);
  }

  private HookCode call(Type result, Class<?> hooks, String name, Class<?>... parameters) {
    Type[] types = new Type[parameters.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Type.getType(parameters[i]);
    }
    return add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(hooks),
            name,
            Type.getMethodDescriptor(result, types),
            false));
  }

  HookCode add(AbstractInsnNode instruction) {
    list.add(instruction);
    return this;
  }

  /** The instructions; to be inserted once. */
  InsnList list() {
    return list;
  }
}
