package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.LockHooks;
import io.standstill.recorder.Site;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls to the methods of {@code java.util.concurrent.locks.Lock}.
 *
 * <p>A call whose owner is no JDK lock may still reach one: a subclass of {@code ReentrantLock}, a
 * lock of a library; and one by the interface may reach a foreign lock. No class is loaded to find
 * out; the {@code any…} hooks ask the receiver. {@code super.lock()} is left alone, its caller's
 * call has been woven.
 */
final class LockCallWeaver implements Primitive {
  private static final String JDK_LOCKS = "java/util/concurrent/locks/";
  private static final String LOCK = "java/util/concurrent/locks/Lock";
  private static final Set<String> SIGNATURES =
      Set.of(
          "lock()V",
          "lockInterruptibly()V",
          "tryLock()Z",
          "tryLock(JLjava/util/concurrent/TimeUnit;)Z",
          "unlock()V");

  @Override
  public Set<String> methodNames() {
    return Set.of("lock", "lockInterruptibly", "tryLock", "unlock");
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && SIGNATURES.contains(call.name + call.desc);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return ((MethodInsnNode) instruction).name.equals("unlock") ? null : Site.Kind.LOCK;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    boolean surelyLock = call.owner.startsWith(JDK_LOCKS);
    boolean surelyJdk = surelyLock && !call.owner.equals(LOCK);
    if (call.name.equals("unlock")) {
      weaveUnlock(call, surelyLock, method);
    } else if (!call.name.equals("tryLock")) {
      weaveLock(call, site, surelyJdk, method);
    } else if (call.desc.startsWith("()")) {
      method.before(call, method.code().dup()); // STACK: lock, lock
      method.after(call, tried(surelyLock ? "tried" : "anyTried", site, method));
    } else {
      weaveTimedTryLock(call, site, surelyJdk, method);
    }
  }

  private static void weaveLock(
      MethodInsnNode call, int site, boolean surelyJdk, WovenMethod method) {
    // STACK: lock
    method.before(
        call,
        method
            .code()
            .dup() // STACK: lock, lock
            .dup() // STACK: lock, lock, lock
            .loadJournal() // STACK: lock, lock, lock, journal
            .push(site) // STACK: lock, lock, lock, journal, site
            .hook(
                LockHooks.class,
                surelyJdk ? "locking" : "anyLocking",
                Journal.class,
                Object.class,
                Journal.class,
                int.class) // STACK: lock, lock, journal
            .storeJournal()); // STACK: lock, lock
    method.afterTaking(
        call,
        method
            .code() // STACK: lock
            .loadJournal() // STACK: lock, journal
            .push(site) // STACK: lock, journal, site
            .hook(
                LockHooks.class,
                surelyJdk ? "locked" : "anyLocked",
                void.class,
                Object.class,
                Journal.class,
                int.class)); // STACK:
  }

  private static void weaveTimedTryLock(
      MethodInsnNode call, int site, boolean surelyJdk, WovenMethod method) {
    Code code = method.code(); // STACK: lock, time, unit
    method.spillArguments(code, call); // STACK: lock
    code.dup(); // STACK: lock, lock
    method.loadArguments(code, call); // STACK: lock, lock, time, unit
    code.loadJournal() // STACK: lock, lock, time, unit, journal
        .push(site) // STACK: lock, lock, time, unit, journal, site
        .hook(
            LockHooks.class,
            surelyJdk ? "lockingWithin" : "anyLockingWithin",
            Journal.class,
            Object.class,
            long.class,
            TimeUnit.class,
            Journal.class,
            int.class) // STACK: lock, journal
        .storeJournal() // STACK: lock
        .dup(); // STACK: lock, lock
    method.loadArguments(code, call); // STACK: lock, lock, time, unit
    method.before(call, code);
    method.after(call, tried(surelyJdk ? "tried" : "anyTriedWithin", site, method));
  }

  private static Code tried(String hook, int site, WovenMethod method) {
    return method
        .code() // STACK: lock, locked
        .swap() // STACK: locked, lock
        .loadJournal() // STACK: locked, lock, journal
        .push(site) // STACK: locked, lock, journal, site
        .hook(
            LockHooks.class,
            hook,
            boolean.class,
            boolean.class,
            Object.class,
            Journal.class,
            int.class); // STACK: locked
  }

  private static void weaveUnlock(MethodInsnNode call, boolean surelyLock, WovenMethod method) {
    // STACK: lock
    method.before(call, method.code().dup()); // STACK: lock, lock
    method.after(
        call,
        method
            .code() // STACK: lock
            .loadJournal() // STACK: lock, journal
            .hook(
                LockHooks.class,
                surelyLock ? "unlocked" : "anyUnlocked",
                void.class,
                Object.class,
                Journal.class)); // STACK:
  }
}
