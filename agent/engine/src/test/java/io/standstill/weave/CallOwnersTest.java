package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

class CallOwnersTest {
  private final ClassLoader loader = getClass().getClassLoader();
  private Class<?>[] loaded = {
    Session.class, OwnLock.class, Lockable.class, Shelf.class, Own.class
  };
  private final CallOwners owners = new CallOwners(asked -> loaded);

  /** Has the methods of a lock, and is none. */
  static class Session {
    void lock() {}
  }

  static class Client {
    void use(Session session) {
      session.lock();
    }
  }

  static class OwnLock extends ReentrantLock {
    private static final long serialVersionUID = 1;
  }

  interface Lockable {}

  static class Shelf {
    Object get() {
      return this;
    }
  }

  @Test
  void sparesCallsOnLoadedClassesThatAreNoLocks() {
    CallOwners.Calls calls = owners.new Calls(loader);
    assertTrue(calls.spare(call(Session.class, "lock")));
    assertTrue(calls.spare(call(Session.class, "lockInterruptibly")));
  }

  @Test
  void leavesTheClassFileOfTheCallerAlone() {
    byte[] client = FixtureLoader.bytesOf(Client.class);
    assertNull(ClassWeaver.weave(loader, "Client", client, owners, new Coverage()));
    assertNotNull(
        ClassWeaver.weave(loader, "Client", client, FixtureLoader.NOTHING_LOADED, new Coverage()));
  }

  @Test
  void sparesNothingThatMayBeALock() {
    CallOwners.Calls calls = owners.new Calls(loader);
    assertFalse(calls.spare(call(OwnLock.class, "lock")), "a subclass of a lock");
    assertFalse(calls.spare(call(Lockable.class, "lock")), "a lock may implement that, too");
    assertFalse(calls.spare(call(Lock.class, "lock")), "the interface");
    assertFalse(calls.spare(call(ReentrantLock.class, "lock")), "sure to be one");
    assertFalse(calls.spare(call(String.class, "lock")), "not loaded yet, as far as is known");
  }

  @Test
  void sparesWhatIsNoFuture() {
    CallOwners.Calls calls = owners.new Calls(loader);
    String get = "()Ljava/lang/Object;";
    assertTrue(calls.spare(call(Shelf.class, "get", get)));
    assertFalse(calls.spare(call(Own.class, "get", get)), "a subclass of a future");
    assertTrue(calls.spare(call(Lockable.class, "get", get)), "a supplier, most of the time");
    assertTrue(calls.spare(call(Client.class, "get", get)), "not loaded, nor called like a future");
    assertFalse(
        calls.spare(call(FutureOfOwn.class, "get", get)), "not loaded, and called like one");
  }

  interface FutureOfOwn {}

  static class Own extends CompletableFuture<String> {}

  @Test
  void sparesNoRelease() {
    CallOwners.Calls calls = owners.new Calls(loader);
    assertFalse(calls.spare(call(Session.class, "unlock")), "a lock may extend it");
  }

  @Test
  void treatsAllCallsOfOneClassAlike() {
    loaded = new Class<?>[0];
    CallOwners.Calls early = owners.new Calls(loader);
    assertFalse(early.spare(call(Session.class, "lock")));
    loaded = new Class<?>[] {Session.class};
    assertFalse(early.spare(call(Session.class, "tryLock", "()Z")));
    assertTrue(owners.new Calls(loader).spare(call(Session.class, "tryLock", "()Z")));
  }

  @Test
  void looksOnlyAtClassesThatTheLoaderKnows() {
    CallOwners.Calls elsewhere =
        new CallOwners(asked -> asked == loader ? loaded : new Class<?>[0])
        .new Calls(ClassLoader.getPlatformClassLoader());
    assertFalse(elsewhere.spare(call(Session.class, "lock")), "another class of that name");
  }

  @Test
  void searchesNoMoreThanATenfold() {
    AtomicInteger searches = new AtomicInteger();
    CallOwners counted =
        new CallOwners(
            asked -> {
              searches.incrementAndGet();
              return new Class<?>[0];
            });
    for (int i = 0; i < 100; i++) {
      assertFalse(counted.new Calls(loader).spare(call(Session.class, "lock")));
    }
    assertEquals(10, searches.get());
  }

  private static MethodInsnNode call(Class<?> owner, String name) {
    return call(owner, name, "()V");
  }

  private static MethodInsnNode call(Class<?> owner, String name, String descriptor) {
    String internal = Type.getInternalName(owner);
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, internal, name, descriptor);
  }
}
