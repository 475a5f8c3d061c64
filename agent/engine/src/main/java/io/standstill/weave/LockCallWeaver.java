package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.LockHooks;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Weaves calls to the methods of {@code java.util.concurrent.locks.Lock}.
 *
 * <p>A call whose owner is no JDK lock may still reach one: a subclass of {@code ReentrantLock}, a
 * lock of a library; and one by the interface may reach a foreign lock. No class is loaded to find
 * out, the receiver is asked, unless {@link CallOwners} knows better. That is done at the call and
 * not in the {@code any…} hooks, so that the JIT compiler knows what it mostly is there. {@code
 * super.lock()} is left alone, its caller's call has been woven.
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
    return Primitive.namesOf(SIGNATURES);
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && SIGNATURES.contains(call.name + call.desc);
  }

  /** True for a call that takes a lock, if its receiver is one: only that can tell. */
  static boolean takesFromUnsure(MethodInsnNode call) {
    return !call.owner.startsWith(JDK_LOCKS)
        && !call.name.equals("unlock")
        && SIGNATURES.contains(call.name + call.desc);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return ((MethodInsnNode) instruction).name.equals("unlock") ? null : Site.Kind.LOCK;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    boolean jdk = call.owner.startsWith(JDK_LOCKS) && !call.owner.equals(LOCK);
    if (call.name.equals("unlock")) {
      weaveUnlock(call, jdk, method);
    } else if (!call.name.equals("tryLock")) {
      weaveLock(call, site, jdk, method);
    } else if (call.desc.startsWith("()")) {
      method.before(call, method.code().dup()); // STACK: lock, lock
      method.after(call, tried(jdk ? "tried" : "anyTried", site, jdk, method));
    } else {
      weaveTimedTryLock(call, site, jdk, method);
    }
  }

  private static void weaveLock(MethodInsnNode call, int site, boolean jdk, WovenMethod method) {
    Code before = method.code(); // STACK: lock
    before.dup().dup(); // STACK: lock, lock, lock
    ask(before, jdk); // STACK: lock, lock, lock, [isLock]
    if (!jdk) {
      method.keep(before, Type.BOOLEAN_TYPE); // STACK: lock, lock, lock, isLock
    }
    before
        .loadJournal() // STACK: lock, lock, lock, [isLock], journal
        .push(site) // STACK: lock, lock, lock, [isLock], journal, site
        .hook(
            LockHooks.class,
            jdk ? "locking" : "anyLocking",
            Journal.class,
            parameters(jdk, Object.class, Journal.class, int.class)) // STACK: lock, lock, journal
        .storeJournal(); // STACK: lock, lock
    method.before(call, before);
    Code after = method.code(); // STACK: lock
    if (!jdk) {
      method.loadKept(after, Type.BOOLEAN_TYPE); // STACK: lock, isLock
    }
    after
        .loadJournal() // STACK: lock, [isLock], journal
        .push(site) // STACK: lock, [isLock], journal, site
        .hook(
            LockHooks.class,
            jdk ? "locked" : "anyLocked",
            void.class,
            parameters(jdk, Object.class, Journal.class, int.class)); // STACK:
    method.afterTaking(call, after);
  }

  private static void weaveTimedTryLock(
      MethodInsnNode call, int site, boolean jdk, WovenMethod method) {
    Code code = method.code(); // STACK: lock, time, unit
    method.spillArguments(code, call); // STACK: lock
    code.dup(); // STACK: lock, lock
    ask(code, jdk); // STACK: lock, lock, [isLock]
    method.loadArguments(code, call); // STACK: lock, lock, [isLock], time, unit
    code.loadJournal() // STACK: lock, lock, [isLock], time, unit, journal
        .push(site) // STACK: lock, lock, [isLock], time, unit, journal, site
        .hook(
            LockHooks.class,
            jdk ? "lockingWithin" : "anyLockingWithin",
            Journal.class,
            parameters(jdk, Object.class, long.class, TimeUnit.class, Journal.class, int.class))
        // STACK: lock, journal
        .storeJournal() // STACK: lock
        .dup(); // STACK: lock, lock
    method.loadArguments(code, call); // STACK: lock, lock, time, unit
    method.before(call, code);
    method.after(call, tried(jdk ? "tried" : "anyTriedWithin", site, jdk, method));
  }

  private static Code tried(String hook, int site, boolean jdk, WovenMethod method) {
    Code code = method.code(); // STACK: lock, locked
    code.swap(); // STACK: locked, lock
    ask(code, jdk); // STACK: locked, lock, [isLock]
    return code.loadJournal() // STACK: locked, lock, [isLock], journal
        .push(site) // STACK: locked, lock, [isLock], journal, site
        .hook(
            LockHooks.class,
            hook,
            boolean.class,
            parameters(jdk, boolean.class, Object.class, Journal.class, int.class));
    // STACK: locked
  }

  private static void weaveUnlock(MethodInsnNode call, boolean jdk, WovenMethod method) {
    // STACK: lock
    method.before(call, method.code().dup()); // STACK: lock, lock
    Code code = method.code(); // STACK: lock
    ask(code, jdk); // STACK: lock, [isLock]
    code.loadJournal() // STACK: lock, [isLock], journal
        .hook(
            LockHooks.class,
            jdk ? "unlocked" : "anyUnlocked",
            void.class,
            parameters(jdk, Object.class, Journal.class)); // STACK:
    method.after(call, code);
  }

  /** Pushes whether the object on top of the stack is a lock, unless that is sure. */
  private static void ask(Code code, boolean sure) {
    if (!sure) {
      code.dup().add(new TypeInsnNode(Opcodes.INSTANCEOF, LOCK));
    }
  }

  /** Those of a hook; the one that is not sure takes the answer behind the lock. */
  private static Class<?>[] parameters(boolean sure, Class<?>... ofSureHook) {
    List<Class<?>> parameters = new ArrayList<>(List.of(ofSureHook));
    if (!sure) {
      parameters.add(parameters.indexOf(Object.class) + 1, boolean.class);
    }
    return parameters.toArray(Class<?>[]::new);
  }
}
