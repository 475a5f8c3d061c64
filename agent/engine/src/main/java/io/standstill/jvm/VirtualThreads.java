package io.standstill.jvm;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
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

  private static final String SHARED = "jdk.internal.vm.SharedThreadContainer";

  private final PrivateField shared = PrivateField.of(SHARED, "virtualThreads");
  private final PrivateField termination =
      PrivateField.of("java.lang.VirtualThread", "termination");
  private final boolean allTracked;
  private final Object root;
  private final Method threads;
  private final Method children;

  VirtualThreads() {
    try {
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
      root = open(Class.forName("jdk.internal.vm.ThreadContainers").getMethod("root")).invoke(null);
      allTracked =
          (boolean)
              open(Class.forName("jdk.internal.vm.ThreadContainers").getMethod("trackAllThreads"))
                  .invoke(null);
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

  Object terminationLatch(Thread virtual) {
    return virtual.getClass().getName().equals("java.lang.VirtualThread")
        ? termination.get(virtual)
        : null;
  }

  void addTo(List<Thread> all) throws ReflectiveOperationException {
    int platform = all.size();
    addTo(all, root, platform + LIMIT);
    if (!allTracked || all.size() >= platform + LIMIT) {
      addFromJournals(all);
    }
  }

  private void addTo(List<Thread> all, Object container, int limit)
      throws ReflectiveOperationException {
    Iterator<?> members = members(container);
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

  /** A thread pool's container would go through all platform threads to find its own. */
  private Iterator<?> members(Object container) throws ReflectiveOperationException {
    if (container.getClass().getName().equals(SHARED)) {
      Collection<?> virtual = (Collection<?>) shared.get(container);
      return virtual == null ? Collections.emptyIterator() : virtual.iterator();
    }
    return ((Stream<?>) threads.invoke(container)).iterator();
  }

  /** Whoever runs woven code is known even if the JDK keeps no account of it. */
  private static void addFromJournals(List<Thread> all) {
    ThreadSet known = ThreadSet.of(all);
    for (Journal journal : Journals.all()) {
      Thread thread = journal.isBusy() ? journal.get() : null;
      if (thread != null && Threads.isVirtual(thread) && known.add(thread)) {
        all.add(thread);
      }
    }
  }
}
