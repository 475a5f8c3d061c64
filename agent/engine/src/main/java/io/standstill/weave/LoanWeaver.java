package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.LoanHooks;
import io.standstill.recorder.Site;
import io.standstill.release.Lending;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that borrow an object from a pool of objects, or give it back: connections of data
 * sources, and whatever is called as Commons Pool has it. They are known by their names and types,
 * whoever implements them.
 */
final class LoanWeaver implements Primitive {
  private static final String CONNECTION = "java/sql/Connection";
  private static final Set<String> CLOSEABLE = Set.of(CONNECTION, "java/lang/AutoCloseable");
  private static final String CLOSE = "close";
  private static final Type OBJECT = Type.getType(Object.class);

  @Override
  public Set<String> methodNames() {
    Set<String> names = new HashSet<>(Lending.borrows());
    names.addAll(Lending.returns());
    names.add(CLOSE);
    return names;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && (isBorrow(call) || isClose(call) || returned(call) >= 0);
  }

  /** A statement tells its connection, and lends none. */
  private static boolean isBorrow(MethodInsnNode call) {
    Type result = Type.getReturnType(call.desc);
    return Lending.borrows().contains(call.name)
        && !call.owner.startsWith("java/sql/")
        && result.getSort() == Type.OBJECT
        && (!call.name.equals(Lending.CONNECT) || result.getInternalName().equals(CONNECTION));
  }

  private static boolean isClose(MethodInsnNode call) {
    return call.name.equals(CLOSE)
        && call.desc.equals("()V")
        && (CLOSEABLE.contains(call.owner) || call.owner.endsWith("Connection"));
  }

  /** Which argument is given back; behind it there may be the way in which it is. */
  private static int returned(MethodInsnNode call) {
    Type[] types = Type.getArgumentTypes(call.desc);
    int last = types.length - 1;
    while (last >= 0 && !types[last].equals(OBJECT)) {
      last--;
    }
    return Lending.returns().contains(call.name) ? last : -1;
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return isBorrow((MethodInsnNode) instruction) ? Site.Kind.BORROW : null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    if (isBorrow(call)) {
      weaveBorrow(call, site, method);
    } else if (isClose(call)) {
      Code code = method.code().dup(); // STACK: lent, lent
      method.before(call, tellReturn(code)); // STACK: lent
    } else {
      Code code = method.code(); // STACK: pool, [key], lent, [how]
      method.spillArguments(code, call); // STACK: pool
      method.loadArgument(code, call, returned(call)); // STACK: pool, lent
      tellReturn(code); // STACK: pool
      method.loadArguments(code, call); // STACK: pool, [key], lent, [how]
      method.before(call, code);
    }
  }

  private static void weaveBorrow(MethodInsnNode call, int site, WovenMethod method) {
    Code before = method.code(); // STACK: pool, [arguments]
    method.spillArguments(before, call); // STACK: pool
    before
        .dup() // STACK: pool, pool
        .dup() // STACK: pool, pool, pool
        .loadJournal() // STACK: pool, pool, pool, journal
        .push(site) // STACK: pool, pool, pool, journal, site
        .hook(
            LoanHooks.class,
            "borrowing",
            Journal.class,
            Object.class,
            Journal.class,
            int.class) // STACK: pool, pool, journal
        .storeJournal(); // STACK: pool, pool
    method.loadArguments(before, call); // STACK: pool, pool, [arguments]
    method.before(call, before);
    Code after = method.code(); // STACK: pool, lent
    after
        .insn(Opcodes.DUP_X1) // STACK: lent, pool, lent
        .loadJournal() // STACK: lent, pool, lent, journal
        .push(site) // STACK: lent, pool, lent, journal, site
        .hook(
            LoanHooks.class,
            "borrowed",
            void.class,
            Object.class,
            Object.class,
            Journal.class,
            int.class); // STACK: lent
    method.after(call, after);
  }

  private static Code tellReturn(Code code) {
    return code.hook(LoanHooks.class, "returning", void.class, Object.class);
  }
}
