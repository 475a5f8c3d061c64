package io.standstill.detect;

import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The virtual threads that the JDK keeps account of: those of executors and, unless {@code
 * jdk.trackAllThreads} says otherwise, all that were started directly.
 */
final class VirtualThreads {
  /** With more virtual threads than this, those that only ever took JDK locks may be missed. */
  private static final int LIMIT = 100_000;

  private final Object root;
  private final Method threads;
  private final Method children;

  VirtualThreads() {
    try {
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
      root = open(Class.forName("jdk.internal.vm.ThreadContainers").getMethod("root")).invoke(null);
      threads = open(container.getMethod("threads"));
      children = open(container.getMethod("children"));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("this JDK does not list its virtual threads", missing);
    }
  }

  private static Method open(Method method) {
    method.setAccessible(true);
    return method;
  }

  void addTo(List<Thread> all) throws ReflectiveOperationException {
    addTo(all, root, all.size() + LIMIT);
  }

  private void addTo(List<Thread> all, Object container, int limit)
      throws ReflectiveOperationException {
    Iterator<?> members = ((Stream<?>) threads.invoke(container)).iterator();
    while (members.hasNext() && all.size() < limit) {
      Thread thread = (Thread) members.next();
      if (Threads.isVirtual(thread)) {
        all.add(thread);
      }
    }
    Iterator<?> inner = ((Stream<?>) children.invoke(container)).iterator();
    while (inner.hasNext() && all.size() < limit) {
      addTo(all, inner.next(), limit);
    }
  }
}
