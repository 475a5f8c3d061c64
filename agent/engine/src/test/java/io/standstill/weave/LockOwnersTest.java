package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

class LockOwnersTest {
  private final ClassLoader loader = getClass().getClassLoader();
  private Class<?>[] loaded = {Session.class, OwnLock.class, Lockable.class};
  private final LockOwners owners = new LockOwners(asked -> loaded);

  /** Has the methods of a lock, and is none. */
  static class Session {}

  static class OwnLock extends ReentrantLock {
    private static final long serialVersionUID = 1;
  }

  interface Lockable {}

  @Test
  void sparesCallsOnLoadedClassesThatAreNoLocks() {
    LockOwners.Calls calls = owners.new Calls(loader);
    assertTrue(calls.spare(call(Session.class, "lock")));
    assertTrue(calls.spare(call(Session.class, "unlock")));
  }

  @Test
  void sparesNothingThatMayBeALock() {
    LockOwners.Calls calls = owners.new Calls(loader);
    assertFalse(calls.spare(call(OwnLock.class, "lock")), "a subclass of a lock");
    assertFalse(calls.spare(call(Lockable.class, "lock")), "a lock may implement that, too");
    assertFalse(calls.spare(call(Lock.class, "lock")), "the interface");
    assertFalse(calls.spare(call(ReentrantLock.class, "lock")), "sure to be one");
    assertFalse(calls.spare(call(String.class, "lock")), "not loaded yet, as far as is known");
  }

  @Test
  void sparesNoReleaseOnceATakingCallWasWoven() {
    loaded = new Class<?>[0];
    LockOwners.Calls early = owners.new Calls(loader);
    assertFalse(early.spare(call(Session.class, "lock")));
    loaded = new Class<?>[] {Session.class};
    assertFalse(early.spare(call(Session.class, "unlock")), "the same in all of one class");
    LockOwners.Calls late = owners.new Calls(loader);
    assertTrue(late.spare(call(Session.class, "lock")));
    assertFalse(late.spare(call(Session.class, "unlock")), "it may have been taken through it");
    LockOwners.Calls elsewhere = owners.new Calls(ClassLoader.getPlatformClassLoader());
    assertTrue(elsewhere.spare(call(Session.class, "unlock")), "another class of that name");
  }

  private static MethodInsnNode call(Class<?> owner, String name) {
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, Type.getInternalName(owner), name, "()V");
  }
}
