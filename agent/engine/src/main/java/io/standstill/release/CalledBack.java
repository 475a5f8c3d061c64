package io.standstill.release;

import io.standstill.jvm.Captured;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EventListener;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * Whether queued tasks lead to an object of a library on which a thread parks until it is called
 * back: a future that listens to another one, a coroutine with children, a latch that is told of a
 * result. No code says who opens it; but such objects are linked, within the library, to the task
 * at the beginning of the chain.
 *
 * <p>Only links between objects of that library are followed, and those of the JDK between them:
 * what the application's own code has captured, it may have captured to wait for it.
 */
public final class CalledBack {
  private static final int MOST_OBJECTS = 20_000;

  /** Packages are of one library if so many parts of their names are equal. */
  private static final int LIBRARY_PARTS = 2;

  private static final Set<Class<?>> OF_JDK =
      Set.of(Runnable.class, Callable.class, Flow.Subscriber.class, EventListener.class);

  private final Object awaited;
  private final Links links = new Links(false);

  /** Prefixes of the names of classes that belong to the same library. */
  private final Set<String> libraries = new HashSet<>();

  /** The classes of the object itself, by name. */
  private final Set<String> own = new HashSet<>();

  private final Set<String> packages = new HashSet<>();
  private final boolean isCalled;
  private final Map<Object, Boolean> deadEnds = new IdentityHashMap<>();

  /** A search for this object, from several tasks. */
  public CalledBack(Object awaited) {
    this.awaited = awaited;
    boolean called = false;
    for (Class<?> c = awaited.getClass(); isForeign(c); c = c.getSuperclass()) {
      own.add(c.getName());
      packages.add(c.getPackageName());
      libraries.add(libraryOf(c));
      for (Class<?> face : c.getInterfaces()) {
        if (isForeign(face)) {
          libraries.add(libraryOf(face));
        }
        called |= isCallback(face);
      }
    }
    this.isCalled = called;
  }

  /** True for what a thread may park on until it is called back: neither a lock nor an executor. */
  public static boolean mayBe(Object parkedOn) {
    return parkedOn != null
        && isForeign(parkedOn.getClass())
        && !(parkedOn instanceof Executor
            || parkedOn instanceof Thread
            || parkedOn instanceof Lock
            || parkedOn instanceof ReadWriteLock
            || parkedOn instanceof Condition
            || parkedOn instanceof Collection);
  }

  private static boolean isForeign(Class<?> type) {
    return type != null && type.getClassLoader() != null;
  }

  private static String libraryOf(Class<?> type) {
    String name = type.getPackageName();
    int end = name.indexOf('.');
    for (int i = 1; i < LIBRARY_PARTS && end >= 0; i++) {
      end = name.indexOf('.', end + 1);
    }
    return (end < 0 ? name : name.substring(0, end)) + ".";
  }

  /** An interface by which an object is told something; a future is only asked. */
  private static boolean isCallback(Class<?> face) {
    return isForeign(face)
        ? !Future.class.isAssignableFrom(face) && !CompletionStage.class.isAssignableFrom(face)
        : OF_JDK.contains(face) || face.getPackageName().equals("java.util.function");
  }

  /** True if a queued task leads to what calls the object back. */
  public boolean isBehind(Object task) {
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    open.add(task);
    while (!open.isEmpty() && seen.size() + deadEnds.size() < MOST_OBJECTS) {
      Object next = open.remove();
      if (!deadEnds.containsKey(next) && isOfLibrary(next) && seen.put(next, true) == null) {
        for (Object value : links.of(next)) {
          if (value == awaited && calls(next)) {
            return true;
          } else if (value != null && value != awaited && !links.isClosed(value)) {
            open.add(value);
          }
        }
      }
    }
    deadEnds.putAll(seen);
    return false;
  }

  /** True if it is a part of the library, or of the JDK. */
  private boolean isOfLibrary(Object object) {
    Class<?> type = object.getClass();
    if (Captured.isLambda(type)) {
      return packages.contains(type.getPackageName());
    }
    for (Class<?> c = type; isForeign(c); c = c.getSuperclass()) {
      if (libraries.contains(libraryOf(c))) {
        return true;
      }
    }
    return !isForeign(type);
  }

  /** True if one that refers to the object calls it: as a listener, or being a part of its own. */
  private boolean calls(Object object) {
    Class<?> type = object.getClass();
    if (Captured.isLambda(type)) {
      return own.contains(type.getName().substring(0, type.getName().indexOf("$$Lambda")));
    }
    return isCalled || isPartOfIt(type) && isToldSomething(type);
  }

  private boolean isPartOfIt(Class<?> type) {
    int nested = type.getName().lastIndexOf('$');
    return nested > 0 && own.contains(type.getName().substring(0, nested));
  }

  private static boolean isToldSomething(Class<?> type) {
    for (Class<?> c = type; isForeign(c); c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        if (isCallback(face)) {
          return true;
        }
      }
    }
    return false;
  }
}
