package io.standstill.weave;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells which field a lock came from, by its full name: {@code shop.OrderBook.lock}, or {@code
 * shop.OrderBook.locks[]} for an element of an array or a collection. A read lock is from where its
 * pair is from, and a local variable that is written once stands for what is written to it. A lock
 * that a method gives is called by the method, {@code shop.Registry.lockFor()}, if that is one of
 * the class itself, or one of what a field holds: {@code shop.OrderBook.stripes.get()}.
 *
 * <p>Locks that come from one field are locks of one kind, so unlike {@link LockNames} this must
 * not take two fields for one, nor several methods, nor a method that hands back what it is given.
 */
final class LockFields {
  private static final int MAXIMUM_CHAIN = 4;
  private static final String LOCKS = "java/util/concurrent/locks/";
  private static final Set<String> VIEWS =
      Set.of("readLock", "writeLock", "asReadLock", "asWriteLock", "asReadWriteLock");
  private static final String JDK = "java/";
  private static final String COLLECTIONS = "java/util/";
  private static final String FACTORIES = "java/util/function/";
  private static final Set<String> LOOKUPS = Set.of("get", "computeIfAbsent");

  private final MethodNode method;
  private final FixedMethods fixed;

  /**
   * @param method a method that has not been woven yet
   * @param fixed those of its class that nobody can override
   */
  LockFields(MethodNode method, FixedMethods fixed) {
    this.method = method;
    this.fixed = fixed;
  }

  /** The field of what a woven instruction locks, or null. */
  String of(AbstractInsnNode use) {
    return field(Operands.lockOf(use), MAXIMUM_CHAIN);
  }

  private String field(AbstractInsnNode source, int chain) {
    if (chain == 0) {
      return null;
    } else if (source instanceof FieldInsnNode field) {
      return isOfTheCompiler(field) ? null : field.owner.replace('/', '.') + "." + field.name;
    } else if (source instanceof VarInsnNode local) {
      AbstractInsnNode stored = Operands.storedJustBefore(local);
      return field(stored == null ? onlyStored(local.var) : stored, chain - 1);
    } else if (source instanceof MethodInsnNode call) {
      return fieldBehind(call, chain);
    } else if (source != null && source.getOpcode() == Opcodes.AALOAD) {
      return element(field(Operands.source(source, 1), chain - 1));
    }
    return null;
  }

  /** What an inner class keeps of its surroundings lies elsewhere in truth. */
  private static boolean isOfTheCompiler(FieldInsnNode field) {
    return field.name.startsWith("this$") || field.name.startsWith("val$");
  }

  private String fieldBehind(MethodInsnNode call, int chain) {
    if (!call.owner.startsWith(JDK)) {
      return mayHandBack(call) ? null : result(call, chain);
    }
    boolean view = call.owner.startsWith(LOCKS) && VIEWS.contains(call.name);
    boolean lookup =
        call.owner.startsWith(COLLECTIONS)
            && !call.owner.startsWith(FACTORIES)
            && LOOKUPS.contains(call.name);
    if (!view && !lookup || call.getOpcode() == Opcodes.INVOKESTATIC) {
      return null;
    }
    String field = field(receiver(call), chain - 1);
    return view ? field : element(field);
  }

  /** What is called by a method that is always the same one. */
  private String result(MethodInsnNode call, int chain) {
    String giver = null;
    if (fixed.include(call)) {
      giver = call.owner.replace('/', '.');
    } else if (call.getOpcode() != Opcodes.INVOKESTATIC) {
      giver = field(receiver(call), chain - 1);
    }
    return giver == null ? null : giver + "." + call.name + "()";
  }

  private static boolean mayHandBack(MethodInsnNode call) {
    return call.name.startsWith("<")
        || List.of(Type.getArgumentTypes(call.desc)).contains(Type.getReturnType(call.desc));
  }

  private static AbstractInsnNode receiver(MethodInsnNode call) {
    return Operands.source(call, Operands.receiverDepth(call));
  }

  private static String element(String field) {
    return field == null ? null : field + "[]";
  }

  /** What pushed the only value that a variable ever gets; null if there may be others. */
  private AbstractInsnNode onlyStored(int local) {
    int parameters = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
    if (local < parameters - ((method.access & Opcodes.ACC_STATIC) == 0 ? 0 : 1)) {
      return null;
    }
    VarInsnNode only = null;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof VarInsnNode store
          && store.getOpcode() == Opcodes.ASTORE
          && store.var == local) {
        if (only != null) {
          return null;
        }
        only = store;
      }
    }
    return only == null ? null : Operands.source(only, 0);
  }
}
