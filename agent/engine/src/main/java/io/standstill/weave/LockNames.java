package io.standstill.weave;

import io.standstill.jvm.ClassNames;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells where a lock came from, in words near to the source: {@code OrderBook.lock}, {@code this},
 * {@code locks[]}. Walks back from the use of the lock to the instruction that pushed it, through
 * straight-line code only, and knows no name when that fails.
 */
final class LockNames {
  private static final int MAXIMUM_CHAIN = 4;

  private final MethodNode method;

  /**
   * @param method a method that has not been woven yet
   */
  LockNames(MethodNode method) {
    this.method = method;
  }

  /** The name of what a woven instruction locks, or null. */
  String of(AbstractInsnNode use) {
    AbstractInsnNode source = Operands.lockOf(use);
    return source == null ? null : name(source, MAXIMUM_CHAIN - 1);
  }

  /** Names the operand that lies so many slots below the top when the instruction runs. */
  private String nameOfOperand(AbstractInsnNode use, int depth, int chain) {
    AbstractInsnNode source = Operands.source(use, depth);
    return source == null || chain == 0 ? null : name(source, chain - 1);
  }

  private String name(AbstractInsnNode source, int chain) {
    if (source instanceof VarInsnNode local) {
      return nameOfLocal(local, chain);
    } else if (source instanceof FieldInsnNode field) {
      return nameOfField(field);
    } else if (source instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
      return ClassNames.simple(type.getClassName()) + ".class";
    } else if (source instanceof MethodInsnNode call) {
      return nameOfResult(call, chain);
    } else if (source.getOpcode() == Opcodes.AALOAD) {
      String array = nameOfOperand(source, 1, chain);
      return array == null ? null : array + "[]";
    }
    return null;
  }

  private String nameOfLocal(VarInsnNode local, int chain) {
    if (local.var == 0 && (method.access & Opcodes.ACC_STATIC) == 0) {
      return "this";
    }
    int at = method.instructions.indexOf(local);
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        if (variable.index == local.var
            && method.instructions.indexOf(variable.start) <= at
            && at < method.instructions.indexOf(variable.end)) {
          return variable.name;
        }
      }
    }
    AbstractInsnNode stored = Operands.storedJustBefore(local);
    return stored == null || chain == 0 ? null : name(stored, chain - 1);
  }

  /** Fields of the compiler's making get the name that they have in the source. */
  private static String nameOfField(FieldInsnNode field) {
    if (field.name.startsWith("this$")) {
      return ClassNames.simple(Type.getType(field.desc).getClassName()) + ".this";
    } else if (field.name.startsWith("val$")) {
      return field.name.substring("val$".length());
    }
    return ClassNames.simple(field.owner) + "." + field.name;
  }

  private String nameOfResult(MethodInsnNode call, int chain) {
    if (call.name.startsWith("<")) {
      return null;
    }
    String result = call.name + (call.desc.startsWith("()") ? "()" : "(...)");
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      return ClassNames.simple(call.owner) + "." + result;
    }
    String receiver = nameOfOperand(call, Operands.receiverDepth(call), chain);
    return receiver == null || receiver.equals("this") ? result : receiver + "." + result;
  }
}
