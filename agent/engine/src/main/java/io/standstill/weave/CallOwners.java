package io.standstill.weave;

import io.standstill.jvm.LoaderMap;
import io.standstill.release.FutureNames;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Tells which calls of {@code lock()}, {@code get()} and the like are made on what is no {@link
 * Lock} or {@link Future}, so that they can be left alone: to ask an object for an interface that
 * it does not have is dear, and the JIT compiler does not learn from such answers. Only classes
 * that are loaded already are looked at. Calls of {@code unlock()} are not left alone: a subclass
 * may be a lock after all, and what was seen taken must be seen released.
 *
 * <p>Thread-safe. Threads that load classes come here: the private lock is held for a moment only.
 */
final class CallOwners {
  /** An owner that so many classes call before it is loaded is asked for ever after. */
  private static final int MOST_SEARCHES = 10;

  private final Function<ClassLoader, Class<?>[]> loaded;
  private final LoaderMap<Map<Call, Owner>> owners = new LoaderMap<>();

  /**
   * @param loaded the classes for which a loader was asked before, so that the JVM finds them
   *     without asking it again
   */
  CallOwners(Function<ClassLoader, Class<?>[]> loaded) {
    this.loaded = loaded;
  }

  /**
   * What a call names, and what its receiver would have to be. Compared in code of its own: the JVM
   * makes that of a record when it is first called, and threads that load classes come here.
   */
  private record Call(String owner, Class<?> wanted) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Call that && wanted == that.wanted && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
      return owner.hashCode();
    }
  }

  /** The calls of one class; all through the same owner are treated alike. */
  final class Calls {
    private final ClassLoader loader;
    private final Map<Call, Boolean> answers = new HashMap<>();

    /**
     * @param loader the loader that defines the class; null for a class of the JDK
     */
    Calls(ClassLoader loader) {
      this.loader = loader;
    }

    /** True for an instruction, of those that some primitive matches, that is not to be woven. */
    boolean spare(AbstractInsnNode instruction) {
      Class<?> wanted =
          loader != null && instruction instanceof MethodInsnNode call ? wantedBy(call) : null;
      if (wanted == null) {
        return false;
      }
      Call call = new Call(((MethodInsnNode) instruction).owner, wanted);
      Boolean answer = answers.get(call);
      if (answer == null) {
        answer = ownerOf(call, loader).isNone(loader);
        answers.put(call, answer);
      }
      return answer;
    }
  }

  /** Null if a call is woven whatever its receiver is. */
  private static Class<?> wantedBy(MethodInsnNode call) {
    if (LockCallWeaver.takesFromUnsure(call)) {
      return Lock.class;
    }
    return ResultWeaver.waitsForUnsure(call) ? Future.class : null;
  }

  private Owner ownerOf(Call call, ClassLoader loader) {
    synchronized (owners) {
      Map<Call, Owner> ofLoader = owners.get(loader);
      if (ofLoader == null) {
        ofLoader = new HashMap<>();
        owners.put(loader, ofLoader);
      }
      Owner owner = ofLoader.get(call);
      if (owner == null) {
        owner = new Owner(call);
        ofLoader.put(call, owner);
      }
      return owner;
    }
  }

  /** One class that has a method like that; what is found out stays true, since it is loaded. */
  private final class Owner {
    private final String name;
    private final Class<?> wanted;
    private volatile Boolean none;
    private volatile int searches;

    Owner(Call call) {
      this.name = call.owner().replace('/', '.');
      this.wanted = call.wanted();
    }

    boolean isNone(ClassLoader loader) {
      if (none == null && searches < (isLikely() ? MOST_SEARCHES : 1)) {
        searches++; // A lost count means one search more.
        none = search(loader);
      }
      return none == null ? !isLikely() : none;
    }

    /**
     * There are too many methods called {@code get} for all to be asked, and most of them are short
     * and called often.
     */
    private boolean isLikely() {
      return wanted == Lock.class || FutureNames.mayBeFuture(name);
    }

    private Boolean search(ClassLoader loader) {
      for (Class<?> type : loaded.apply(loader)) {
        if (type.getName().equals(name)) {
          boolean mayBe = wanted == Lock.class && type.isInterface();
          return !mayBe && !wanted.isAssignableFrom(type);
        }
      }
      return null;
    }
  }
}
