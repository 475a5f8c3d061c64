package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.MonitorHooks;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Weaves synchronized methods from the inside. The modifier stays: a class must be the same whether
 * it is woven at load time or later, and the default {@code serialVersionUID} depends on modifiers.
 *
 * <pre>{@code
 * Journal j = held(this, site);
 * try { body; on each return: exited(this, j) } catch (Throwable t) { exited(this, j); throw t; }
 * }</pre>
 */
final class SynchronizedMethodWeaver {
  private static final int FIRST_WITH_CLASS_CONSTANTS = Opcodes.V1_5;
  private static final Type OBJECT = Type.getType(Object.class);

  private final WovenMethod method;
  private final boolean ownLock;

  /**
   * @param ownLock true if the lock is kept in the local behind the journal, see {@link
   *     #needsOwnLock}
   */
  SynchronizedMethodWeaver(WovenMethod method, boolean ownLock) {
    this.method = method;
    this.ownLock = ownLock;
  }

  /** True for methods that the JVM synchronizes: a static initializer never is. */
  static boolean matches(int access, String name) {
    return (access & Opcodes.ACC_SYNCHRONIZED) != 0
        && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
        && !name.equals("<clinit>");
  }

  /** True for static methods of class files that have no constant for their own class. */
  static boolean isTooOld(int access, int classVersion) {
    return (access & Opcodes.ACC_STATIC) != 0
        && (classVersion & 0xFFFF) < FIRST_WITH_CLASS_CONSTANTS;
  }

  /**
   * True if local 0 is not {@code this} everywhere in an instance method, so the lock is copied.
   */
  static boolean needsOwnLock(MethodNode node, String owner) {
    if ((node.access & Opcodes.ACC_STATIC) != 0) {
      return false;
    }
    for (AbstractInsnNode insn : node.instructions) {
      if (insn instanceof VarInsnNode local && local.var == 0 && isStore(local)
          || insn instanceof FrameNode frame
              && (frame.local.isEmpty() || !owner.equals(frame.local.get(0)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStore(VarInsnNode local) {
    return local.getOpcode() >= Opcodes.ISTORE && local.getOpcode() <= Opcodes.ASTORE;
  }

  /** Weaves enter and exits; returns the code that begins the method. */
  Code weave(int site) {
    LabelNode handler = new LabelNode();
    weaveReturns(handler);
    appendHandler(handler);
    return prologue(site);
  }

  private Code prologue(int site) {
    Code code = method.code();
    if (ownLock) {
      code.load(OBJECT, 0) // STACK: lock
          .store(OBJECT, method.journal + 1); // STACK:
    }
    return pushLock(code) // STACK: lock
        .push(site) // STACK: lock, site
        .hook(MonitorHooks.class, "held", Journal.class, Object.class, int.class) // STACK: journal
        .storeJournal(); // STACK:
  }

  /** The hook at a return lies outside the range of the handler, which would call it again. */
  private void weaveReturns(LabelNode handler) {
    LabelNode start = new LabelNode();
    boolean empty = true;
    method.node.instructions.insert(start);
    for (AbstractInsnNode insn : method.node.instructions.toArray()) {
      if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
        LabelNode end = new LabelNode();
        LabelNode next = new LabelNode();
        LabelNode left = new LabelNode();
        method.before(insn, exited(method.code().add(end)).add(left));
        MonitorRanges.exclude(method.node, -1, end, left);
        method.after(insn, method.code().add(next));
        protect(start, end, handler, empty);
        start = next;
        empty = true;
      } else if (insn.getOpcode() >= 0) {
        empty = false;
      }
    }
    protect(start, handler, handler, empty);
  }

  private void protect(LabelNode start, LabelNode end, LabelNode handler, boolean empty) {
    if (!empty) {
      method.node.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
    }
  }

  private void appendHandler(LabelNode handler) {
    if (method.node.tryCatchBlocks.stream().noneMatch(range -> range.handler == handler)) {
      return; // Nothing in the method can fail, and code that nothing reaches needs no frame.
    }
    boolean keepsThis = (method.node.access & Opcodes.ACC_STATIC) == 0 && !ownLock;
    Object[] locals = keepsThis ? new Object[] {method.owner} : new Object[0];
    Object[] stack = {"java/lang/Throwable"};
    method.node.instructions.add(
        exited(
                method
                    .code()
                    .add(handler)
                    .add(new FrameNode(Opcodes.F_NEW, locals.length, locals, 1, stack)))
            .add(new InsnNode(Opcodes.ATHROW)) // STACK:
            .list());
  }

  private Code exited(Code code) {
    return pushLock(code) // STACK: lock
        .loadJournal() // STACK: lock, journal
        .hook(MonitorHooks.class, "exited", void.class, Object.class, Journal.class); // STACK:
  }

  private Code pushLock(Code code) {
    if ((method.node.access & Opcodes.ACC_STATIC) != 0) {
      return code.push(Type.getObjectType(method.owner));
    }
    return code.load(OBJECT, ownLock ? method.journal + 1 : 0);
  }
}
