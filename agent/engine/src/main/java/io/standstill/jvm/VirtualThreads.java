package io.standstill.jvm;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The virtual threads that the JDK keeps account of: those of executors and, unless {@code
 * jdk.trackAllThreads} says otherwise, all that were started directly.
 *
 * <p>The JDK can list them itself, but goes through all platform threads for every pool to do so.
 */
final class VirtualThreads {
  /** With more virtual threads than this, those that only ever took JDK locks may be missed. */
  private static final int LIMIT = 100_000;

  private static final String PACKAGE = "jdk.internal.vm.";
  private static final String CONTAINERS = PACKAGE + "ThreadContainers";

  private final PrivateField ofPool =
      PrivateField.of(PACKAGE + "SharedThreadContainer", "virtualThreads");
  private final PrivateField started =
      PrivateField.ifPresent(CONTAINERS + "$RootContainer$TrackingRootContainer", "VTHREADS");
  private final PrivateField registry = PrivateField.ifPresent(CONTAINERS, "CONTAINER_REGISTRY");
  private final PrivateField scope =
      PrivateField.ifPresent("java.lang.Thread", "headStackableScopes");
  private final PrivateField outerScope =
      PrivateField.ifPresent(PACKAGE + "StackableScope", "previous");
  private final PrivateField termination =
      PrivateField.of("java.lang.VirtualThread", "termination");
  private final boolean allTracked;
  private final Class<?> containerType;
  private final Method threads;

  VirtualThreads() {
    try {
      allTracked =
          started != null
              && (boolean)
                  open(Class.forName(CONTAINERS).getMethod("trackAllThreads")).invoke(null);
      containerType = Class.forName(PACKAGE + "ThreadContainer");
      threads = open(containerType.getMethod("threads"));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("this JDK does not list its virtual threads", missing);
    }
  }

  private static Method open(Method method) {
    method.setAccessible(true);
    return method;
  }

  Object terminationLatch(Thread virtual) {
    return termination.owner().isInstance(virtual) ? termination.get(virtual) : null;
  }

  void addTo(List<Thread> all) throws ReflectiveOperationException {
    int limit = all.size() + LIMIT;
    if (allTracked) {
      addVirtual(((Collection<?>) started.get(null)).iterator(), all, limit);
    }
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ThreadContainer container : containers()) {
      seen.add(container.object());
      addVirtual(members(container), all, limit);
    }
    addFromScopes(all, seen, limit);
    if (!allTracked || all.size() >= limit) {
      addFromJournals(all);
    }
  }

  private static void addVirtual(Iterator<?> members, List<Thread> all, int limit) {
    while (members.hasNext() && all.size() < limit) {
      Thread thread = (Thread) members.next();
      if (Threads.isVirtual(thread)) {
        all.add(thread);
      }
    }
  }

  /** The containers of pools and executors. */
  List<ThreadContainer> containers() {
    List<ThreadContainer> found = new ArrayList<>();
    Collection<?> references = registry == null ? List.of() : (Collection<?>) registry.get(null);
    for (Object reference : references) {
      Object container = ((Reference<?>) reference).get();
      if (container != null) {
        boolean poolsOwn = ofPool.owner().isInstance(container);
        found.add(new ThreadContainer(container, poolsOwn ? (Set<?>) ofPool.get(container) : null));
      }
    }
    return found;
  }

  private Iterator<?> members(ThreadContainer container) throws ReflectiveOperationException {
    if (ofPool.owner().isInstance(container.object())) {
      return container.virtualThreads() == null
          ? Collections.emptyIterator()
          : container.virtualThreads().iterator();
    }
    return ((Stream<?>) threads.invoke(container.object())).iterator();
  }

  /** Structured tasks: their container lies in a scope of the thread that has opened it. */
  private void addFromScopes(List<Thread> all, Set<Object> seen, int limit)
      throws ReflectiveOperationException {
    if (scope == null || outerScope == null) {
      return;
    }
    for (int i = 0; i < all.size(); i++) { // What is added is looked at in turn.
      Object inner = scope.get(all.get(i));
      while (inner != null) {
        if (containerType.isInstance(inner) && seen.add(inner)) {
          addVirtual(((Stream<?>) threads.invoke(inner)).iterator(), all, limit);
        }
        inner = outerScope.get(inner);
      }
    }
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
