package io.standstill.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells what a method makes, and which locks it takes that it has made just before and has given to
 * nobody: so nobody else can hold them.
 */
final class BirthScan {
  private final MethodNode method;
  private final InsnList code;
  private final Set<String> made = new HashSet<>();

  /** The only store to a local variable; null if there are several. */
  private final Map<Integer, VarInsnNode> stores = new HashMap<>();

  /**
   * @param method a method that has not been woven yet
   */
  BirthScan(MethodNode method) {
    this.method = method;
    this.code = method.instructions;
    for (AbstractInsnNode insn : code) {
      if (insn.getOpcode() == Opcodes.ASTORE && insn instanceof VarInsnNode store) {
        stores.put(store.var, stores.containsKey(store.var) ? null : store);
      } else if (insn.getOpcode() == Opcodes.NEW) {
        made.add(className((TypeInsnNode) insn));
      } else if (insn.getOpcode() == Opcodes.CHECKCAST && mayMake(before(insn))) {
        made.add(className((TypeInsnNode) insn));
      }
    }
  }

  /** The classes of what it makes, or lets functions make that it is given. */
  Set<String> made() {
    return made;
  }

  /**
   * True for what locks an object that nobody else can have, or a field of one that was made with
   * it: a field that something was passed on to may be anybody's.
   */
  boolean isUnborn(AbstractInsnNode use) {
    int depth = 0;
    if (use instanceof MethodInsnNode call) {
      if (call.getOpcode() == Opcodes.INVOKESTATIC) {
        return false;
      }
      depth = (Type.getArgumentsAndReturnSizes(call.desc) >> 2) - 1;
    } else if (use.getOpcode() != Opcodes.MONITORENTER) {
      return false;
    }
    AbstractInsnNode source = Operands.source(use, depth);
    FieldInsnNode field = null;
    if (source instanceof FieldInsnNode read && read.getOpcode() == Opcodes.GETFIELD) {
      field = read;
      source = Operands.source(read, 0);
    }
    if (source instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
      return isThis(load)
          ? isKeptToItself(load, use) && (field == null || isFilledWithNew(field))
          : isFirstUse(load, use) && isNew(madeIn(load), field);
    }
    return isNew(source, field);
  }

  private static boolean isNew(AbstractInsnNode source, FieldInsnNode field) {
    return source != null
        && source.getOpcode() == Opcodes.NEW
        && (field == null || isMadeOfNothing(source));
  }

  /** True if its constructor is given nothing. */
  private static boolean isMadeOfNothing(AbstractInsnNode source) {
    AbstractInsnNode copy = after(source);
    return copy != null
        && copy.getOpcode() == Opcodes.DUP
        && after(copy) instanceof MethodInsnNode call
        && call.desc.equals("()V");
  }

  /** True if this method gives the field what it has made, and nothing else. */
  private boolean isFilledWithNew(FieldInsnNode field) {
    boolean filled = false;
    for (AbstractInsnNode i : code) {
      if (i instanceof FieldInsnNode write
          && write.getOpcode() == Opcodes.PUTFIELD
          && write.name.equals(field.name)) {
        AbstractInsnNode value = Operands.source(write, 0);
        if (value == null || value.getOpcode() != Opcodes.NEW) {
          return false;
        }
        filled = true;
      }
    }
    return filled;
  }

  private boolean isThis(VarInsnNode load) {
    return load.var == 0 && (method.access & Opcodes.ACC_STATIC) == 0;
  }

  /** What made the only thing that the variable is ever given, or null. */
  private AbstractInsnNode madeIn(VarInsnNode load) {
    VarInsnNode store = stores.get(load.var);
    return store == null ? null : Operands.source(store, 0);
  }

  /** True if the variable was given something new, and has not been read since. */
  private boolean isFirstUse(VarInsnNode load, AbstractInsnNode use) {
    VarInsnNode store = stores.get(load.var);
    if (!isNew(madeIn(load), null)
        || code.indexOf(store) > code.indexOf(load)
        || isRepeated(use, code.indexOf(store))) {
      return false;
    }
    for (AbstractInsnNode i = store.getNext(); i != load; i = i.getNext()) {
      if (i.getOpcode() == Opcodes.ALOAD && ((VarInsnNode) i).var == load.var) {
        return false;
      }
    }
    return true;
  }

  /** True in a constructor that has not given {@code this} to anybody, but for its superclass. */
  private boolean isKeptToItself(AbstractInsnNode load, AbstractInsnNode use) {
    if (!method.name.equals("<init>") || isRepeated(use, 0)) {
      return false;
    }
    for (AbstractInsnNode i = code.getFirst(); i != load; i = i.getNext()) {
      if (i.getOpcode() == Opcodes.ALOAD && ((VarInsnNode) i).var == 0 && !isHarmless(i, load)) {
        return false;
      }
    }
    return true;
  }

  /** Only to call the superclass, and to read and write fields. */
  private static boolean isHarmless(AbstractInsnNode loadOfThis, AbstractInsnNode end) {
    for (AbstractInsnNode i = loadOfThis.getNext(); i != end; i = i.getNext()) {
      if (i instanceof FieldInsnNode field
          && (i.getOpcode() == Opcodes.GETFIELD && Operands.source(i, 0) == loadOfThis
              || i.getOpcode() == Opcodes.PUTFIELD
                  && Operands.source(i, Type.getType(field.desc).getSize()) == loadOfThis)) {
        return true;
      } else if (i instanceof MethodInsnNode call
          && call.name.equals("<init>")
          && Operands.source(i, (Type.getArgumentsAndReturnSizes(call.desc) >> 2) - 1)
              == loadOfThis) {
        return true;
      }
    }
    return false;
  }

  /** True if a loop leads back to the use, past the making of what it uses. */
  private boolean isRepeated(AbstractInsnNode use, int since) {
    int at = code.indexOf(use);
    for (AbstractInsnNode i = use; i != null; i = i.getNext()) {
      for (LabelNode target : Ways.targets(i)) {
        int to = code.indexOf(target);
        if (since < to && to <= at) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayMake(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && (call.owner.startsWith("java/util/function/")
            || call.owner.equals("java/util/concurrent/Callable")
            || call.name.equals("computeIfAbsent")
            || call.name.equals("newInstance"));
  }

  private static AbstractInsnNode before(AbstractInsnNode insn) {
    AbstractInsnNode before = insn.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    return before;
  }

  private static AbstractInsnNode after(AbstractInsnNode insn) {
    AbstractInsnNode after = insn.getNext();
    while (after != null && after.getOpcode() < 0) {
      after = after.getNext();
    }
    return after;
  }

  private static String className(TypeInsnNode insn) {
    return insn.desc.replace('/', '.');
  }
}
