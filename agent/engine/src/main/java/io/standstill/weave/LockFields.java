package io.standstill.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells which field a lock came from, by its full name: {@code shop.OrderBook.lock}, or {@code
 * shop.OrderBook.locks[]} for an element of an array. Locks that come from one field are locks of
 * one kind, so unlike {@link LockNames} this must not take two fields for one.
 */
final class LockFields {
  private LockFields() {}

  /** The field of what a woven instruction locks, or null. */
  static String of(AbstractInsnNode use) {
    return field(Operands.lockOf(use));
  }

  private static String field(AbstractInsnNode source) {
    if (source instanceof FieldInsnNode field) {
      return isOfTheCompiler(field) ? null : field.owner.replace('/', '.') + "." + field.name;
    } else if (source instanceof VarInsnNode local) {
      return field(Operands.storedJustBefore(local));
    } else if (source != null && source.getOpcode() == Opcodes.AALOAD) {
      String array = field(Operands.source(source, 1));
      return array == null ? null : array + "[]";
    }
    return null;
  }

  /** What an inner class keeps of its surroundings lies elsewhere in truth. */
  private static boolean isOfTheCompiler(FieldInsnNode field) {
    return field.name.startsWith("this$") || field.name.startsWith("val$");
  }
}
