package io.standstill.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Tells which calls of {@code lock()} and {@code unlock()} are made on what is no {@link Lock}, so
 * that they can be left alone: to ask an object for an interface that it does not have is dear, and
 * the JIT compiler does not learn from such answers. Only classes that are loaded already are
 * looked at.
 *
 * <p>Once a call that takes has been woven, all that release through the same class are: a subclass
 * of it may be a lock after all, and what was seen taken must be seen released.
 */
final class LockOwners {
  private final Function<ClassLoader, Class<?>[]> loaded;
  private final Map<ClassLoader, Known> known = new WeakHashMap<>();

  /** What is known of the classes that one loader knows, by their internal names. */
  private static final class Known {
    final Set<String> noLocks = new HashSet<>();
    final Set<String> taken = new HashSet<>();
  }

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
    private final Map<String, Boolean> noLocks = new HashMap<>();

    /**
     * @param loader the loader that defines the class
     */
    Calls(ClassLoader loader) {
      this.loader = loader;
    }

    /** True for a call that is not to be woven. */
    boolean spare(AbstractInsnNode instruction) {
      if (!(instruction instanceof MethodInsnNode call) || !LockCallWeaver.isUnsure(call)) {
        return false;
      }
      Boolean noLock = noLocks.get(call.owner);
      if (noLock == null) {
        noLock = isNoLock(loader, call.owner);
        noLocks.put(call.owner, noLock);
      }
      return isSpared(loader, call, noLock);
    }
  }

  private synchronized boolean isNoLock(ClassLoader loader, String owner) {
    Set<String> noLocks = of(loader).noLocks;
    if (!noLocks.contains(owner)) {
      String name = owner.replace('/', '.');
      for (Class<?> type : loaded.apply(loader)) {
        if (type.getName().equals(name)
            && !type.isInterface()
            && !Lock.class.isAssignableFrom(type)) {
          noLocks.add(owner);
        }
      }
    }
    return noLocks.contains(owner);
  }

  private synchronized boolean isSpared(ClassLoader loader, MethodInsnNode call, boolean noLock) {
    Set<String> taken = of(loader).taken;
    if (call.name.equals("unlock")) {
      return noLock && !taken.contains(call.owner);
    } else if (!noLock) {
      taken.add(call.owner);
    }
    return noLock;
  }

  private Known of(ClassLoader loader) {
    Known found = known.get(loader);
    if (found == null) {
      found = new Known();
      known.put(loader, found);
    }
    return found;
  }
}
