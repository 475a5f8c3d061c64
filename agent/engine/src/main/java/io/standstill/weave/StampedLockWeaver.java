package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;
import io.standstill.recorder.StampedLockHooks;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves the methods of {@code StampedLock} that take, convert or give back stamps. Optimistic
 * reads hold nothing and are left alone.
 */
final class StampedLockWeaver implements Primitive {
  private static final String STAMPED_LOCK = "java/util/concurrent/locks/StampedLock";
  private static final Set<String> NAMES =
      Set.of(
          "readLock",
          "writeLock",
          "readLockInterruptibly",
          "writeLockInterruptibly",
          "tryReadLock",
          "tryWriteLock",
          "unlock",
          "unlockRead",
          "unlockWrite",
          "tryUnlockRead",
          "tryUnlockWrite",
          "tryConvertToReadLock",
          "tryConvertToWriteLock",
          "tryConvertToOptimisticRead");

  @Override
  public Set<String> methodNames() {
    return NAMES;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && call.owner.equals(STAMPED_LOCK)
        && NAMES.contains(call.name);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    String name = ((MethodInsnNode) instruction).name;
    if (name.contains("nlock") || name.equals("tryConvertToOptimisticRead")) {
      return null;
    }
    return name.contains("rite") ? Site.Kind.STAMPED_WRITE : Site.Kind.STAMPED_READ;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    switch (call.name) {
      case "unlock", "unlockRead", "unlockWrite" -> weaveUnlock(call, method);
      case "tryUnlockRead", "tryUnlockWrite" -> weaveTryUnlock(call, method);
      case "tryConvertToReadLock", "tryConvertToWriteLock" ->
          weaveConversion(call, "converted", site, method);
      case "tryConvertToOptimisticRead" ->
          weaveConversion(call, "convertedToOptimistic", 0, method);
      default -> weaveTaking(call, site, method);
    }
  }

  private static void weaveTaking(MethodInsnNode call, int site, WovenMethod method) {
    Code code = method.code();
    if (call.desc.startsWith("(J")) {
      intendWithin(code, call, site, method); // STACK: lock, lock, time, unit
    } else if (call.name.startsWith("try")) {
      code.dup(); // STACK: lock, lock
    } else {
      code.dup() // STACK: lock, lock
          .dup() // STACK: lock, lock, lock
          .loadJournal() // STACK: lock, lock, lock, journal
          .push(site) // STACK: lock, lock, lock, journal, site
          .hook(
              StampedLockHooks.class,
              "locking",
              Journal.class,
              Object.class,
              Journal.class,
              int.class) // STACK: lock, lock, journal
          .storeJournal(); // STACK: lock, lock
    }
    method.before(call, code);
    method.after(call, afterStamp("stamped", site, method));
  }

  private static void intendWithin(Code code, MethodInsnNode call, int site, WovenMethod method) {
    method.spillArguments(code, call); // STACK: lock
    code.dup(); // STACK: lock, lock
    method.loadArguments(code, call); // STACK: lock, lock, time, unit
    code.loadJournal() // STACK: lock, lock, time, unit, journal
        .push(site) // STACK: lock, lock, time, unit, journal, site
        .hook(
            StampedLockHooks.class,
            "lockingWithin",
            Journal.class,
            Object.class,
            long.class,
            TimeUnit.class,
            Journal.class,
            int.class) // STACK: lock, journal
        .storeJournal() // STACK: lock
        .dup(); // STACK: lock, lock
    method.loadArguments(code, call); // STACK: lock, lock, time, unit
  }

  private static void weaveConversion(
      MethodInsnNode call, String hook, int site, WovenMethod method) {
    dupUnderArguments(call, method); // STACK: lock, lock, stamp
    method.after(call, afterStamp(hook, site, method));
  }

  /** Passes a new stamp through a hook; site 0 if the hook wants none. */
  private static Code afterStamp(String hook, int site, WovenMethod method) {
    Code code = method.code(); // STACK: lock, stamp
    code.insn(Opcodes.DUP2_X1) // STACK: stamp, lock, stamp
        .insn(Opcodes.POP2) // STACK: stamp, lock
        .loadJournal(); // STACK: stamp, lock, journal
    return site == 0
        ? code.hook(
            StampedLockHooks.class, hook, long.class, long.class, Object.class, Journal.class)
        : code.push(site) // STACK: stamp, lock, journal, site
            .hook(
                StampedLockHooks.class,
                hook,
                long.class,
                long.class,
                Object.class,
                Journal.class,
                int.class); // STACK: stamp
  }

  private static void weaveUnlock(MethodInsnNode call, WovenMethod method) {
    dupUnderArguments(call, method); // STACK: lock, lock, stamp
    method.after(
        call,
        method
            .code() // STACK: lock
            .loadJournal() // STACK: lock, journal
            .hook(StampedLockHooks.class, "unlocked", void.class, Object.class, Journal.class));
  }

  private static void weaveTryUnlock(MethodInsnNode call, WovenMethod method) {
    method.before(call, method.code().dup()); // STACK: lock, lock
    method.after(
        call,
        method
            .code() // STACK: lock, unlocked
            .swap() // STACK: unlocked, lock
            .loadJournal() // STACK: unlocked, lock, journal
            .hook(
                StampedLockHooks.class,
                "triedUnlock",
                boolean.class,
                boolean.class,
                Object.class,
                Journal.class)); // STACK: unlocked
  }

  private static void dupUnderArguments(MethodInsnNode call, WovenMethod method) {
    Code code = method.code();
    method.spillArguments(code, call); // STACK: lock
    code.dup(); // STACK: lock, lock
    method.loadArguments(code, call); // STACK: lock, lock, stamp
    method.before(call, code);
  }
}
