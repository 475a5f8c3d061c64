package io.standstill.weave;

import io.standstill.jvm.LoaderMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Tells which calls of {@code lock()} and the like are made on what is no {@link Lock}, so that
 * they can be left alone: to ask an object for an interface that it does not have is dear, and the
 * JIT compiler does not learn from such answers. Only classes that are loaded already are looked
 * at. Calls of {@code unlock()} are not left alone: a subclass may be a lock after all, and what
 * was seen taken must be seen released.
 *
 * <p>Thread-safe. Threads that load classes come here: the private lock is held for a moment only.
 */
final class LockOwners {
  /** An owner that so many classes call before it is loaded is asked for ever after. */
  private static final int MOST_SEARCHES = 10;

  private final Function<ClassLoader, Class<?>[]> loaded;
  private final LoaderMap<Map<String, Owner>> owners = new LoaderMap<>();

  /**
   * @param loaded the classes for which a loader was asked before, so that the JVM finds them
   *     without asking it again
   */
  LockOwners(Function<ClassLoader, Class<?>[]> loaded) {
    this.loaded = loaded;
  }

  /** The calls of one class; all through the same owner are treated alike. */
  final class Calls {
    private final ClassLoader loader;
    private final Map<String, Boolean> answers = new HashMap<>();

    /**
     * @param loader the loader that defines the class; null for a class of the JDK
     */
    Calls(ClassLoader loader) {
      this.loader = loader;
    }

    /** True for an instruction, of those that some primitive matches, that is not to be woven. */
    boolean spare(AbstractInsnNode instruction) {
      if (loader == null
          || !(instruction instanceof MethodInsnNode call)
          || !LockCallWeaver.takesFromUnsure(call)) {
        return false;
      }
      Boolean answer = answers.get(call.owner);
      if (answer == null) {
        answer = ownerOf(call, loader).isNoLock(loader);
        answers.put(call.owner, answer);
      }
      return answer;
    }
  }

  private Owner ownerOf(MethodInsnNode call, ClassLoader loader) {
    synchronized (owners) {
      Map<String, Owner> ofLoader = owners.get(loader);
      if (ofLoader == null) {
        ofLoader = new HashMap<>();
        owners.put(loader, ofLoader);
      }
      Owner owner = ofLoader.get(call.owner);
      if (owner == null) {
        owner = new Owner(call.owner.replace('/', '.'));
        ofLoader.put(call.owner, owner);
      }
      return owner;
    }
  }

  /** One class that has a method like that; what is found out stays true, since it is loaded. */
  private final class Owner {
    private final String name;
    private volatile Boolean noLock;
    private volatile int searches;

    Owner(String name) {
      this.name = name;
    }

    boolean isNoLock(ClassLoader loader) {
      if (noLock == null && searches < MOST_SEARCHES) {
        searches++; // A lost count means one search more.
        noLock = search(loader);
      }
      return noLock == Boolean.TRUE;
    }

    private Boolean search(ClassLoader loader) {
      for (Class<?> type : loaded.apply(loader)) {
        if (type.getName().equals(name)) {
          return !type.isInterface() && !Lock.class.isAssignableFrom(type);
        }
      }
      return null;
    }
  }
}
