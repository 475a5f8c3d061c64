package io.standstill.pool;

import io.standstill.graph.Need;
import io.standstill.jvm.PrivateField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Which {@code CompletableFuture} waits for which. The JDK links a future to those that depend on
 * it, not the other way round, so the links are followed from the futures that tasks will complete.
 */
public final class Stages {
  /**
   * What a future depends on.
   *
   * @param need whether all or any of the sources must be completed
   * @param sources other futures
   */
  public record Dependency(Need need, List<Object> sources) {
    /** False if any of them will do. */
    public boolean needsAll() {
      return need == Need.ALL;
    }
  }

  private static final String NAME = "java.util.concurrent.CompletableFuture$";

  /** More futures than this are not followed. */
  private static final int MOST = 100_000;

  private static final PrivateField RESULT = PrivateField.of(CompletableFuture.class, "result");
  private static final PrivateField STACK = PrivateField.of(CompletableFuture.class, "stack");
  private static final PrivateField NEXT = PrivateField.of(NAME + "Completion", "next");
  private static final PrivateField DEPENDENT = PrivateField.of(NAME + "UniCompletion", "dep");
  private static final PrivateField SOURCE = PrivateField.of(NAME + "UniCompletion", "src");
  private static final PrivateField SECOND = PrivateField.of(NAME + "BiCompletion", "snd");
  private static final PrivateField BASE = PrivateField.of(NAME + "CoCompletion", "base");
  private static final PrivateField ANY_DEPENDENT = PrivateField.of(NAME + "AnyOf", "dep");
  private static final PrivateField ANY_SOURCES = PrivateField.of(NAME + "AnyOf", "srcs");
  private static final PrivateField FUNCTION = PrivateField.of(NAME + "UniWhenComplete", "fn");
  private static final Class<?> CANCELLER = PrivateField.of(NAME + "Canceller", "f").owner();
  private static final PrivateField WAITER = PrivateField.of(NAME + "Signaller", "thread");

  private final Map<Object, Dependency> dependencies = new IdentityHashMap<>();
  private final Map<Object, Boolean> timed = new IdentityHashMap<>();
  private final Map<Object, Object> awaited = new IdentityHashMap<>();

  private Stages() {}

  /** Follows the links from these futures on; what is no {@code CompletableFuture} has none. */
  public static Stages from(Collection<?> promises) {
    Stages stages = new Stages();
    Deque<Object> open = new ArrayDeque<>(promises);
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    while (!open.isEmpty() && seen.size() < MOST) {
      Object promise = open.remove();
      if (promise instanceof CompletableFuture && seen.put(promise, true) == null) {
        Object completion = STACK.get(promise);
        for (int i = 0; completion != null && i < MOST; i++) {
          stages.read(completion, promise, open);
          completion = NEXT.get(completion);
        }
      }
    }
    return stages;
  }

  private void read(Object completion, Object promise, Deque<Object> open) {
    if (WAITER.owner().isInstance(completion)) {
      awaited.put(completion, promise);
    } else if (ANY_DEPENDENT.owner().isInstance(completion)) {
      Object[] sources = (Object[]) ANY_SOURCES.get(completion);
      if (sources != null) {
        add(ANY_DEPENDENT.get(completion), new Dependency(Need.ANY, List.of(sources)), open);
      }
    } else if (BASE.owner().isInstance(completion)) {
      Object base = BASE.get(completion);
      if (base != null) {
        readStage(base, promise, open);
      }
    } else if (DEPENDENT.owner().isInstance(completion)) {
      readStage(completion, promise, open);
    }
  }

  private void readStage(Object stage, Object promise, Deque<Object> open) {
    List<Object> sources = new ArrayList<>();
    if (SECOND.owner().isInstance(stage)) {
      addPresent(SOURCE.get(stage), sources);
      addPresent(SECOND.get(stage), sources);
    } else {
      sources.add(promise);
    }
    if (FUNCTION.owner().isInstance(stage) && CANCELLER.isInstance(FUNCTION.get(stage))) {
      timed.put(promise, true); // By orTimeout or completeOnTimeout.
      return;
    }
    boolean any = stage.getClass().getSimpleName().startsWith("Or");
    add(DEPENDENT.get(stage), new Dependency(any ? Need.ANY : Need.ALL, sources), open);
  }

  private static void addPresent(Object source, List<Object> sources) {
    if (source != null) {
      sources.add(source);
    }
  }

  private void add(Object dependent, Dependency dependency, Deque<Object> open) {
    if (dependent != null) {
      dependencies.put(dependent, dependency);
      open.add(dependent);
    }
  }

  /** What a future depends on; null if nothing is known of it. */
  public Dependency of(Object promise) {
    return dependencies.get(promise);
  }

  /** All of which it is known what they depend on. */
  public Collection<Object> dependents() {
    return dependencies.keySet();
  }

  /** True for a future that a timeout will complete. */
  public boolean isTimed(Object promise) {
    return timed.containsKey(promise);
  }

  /** The future that a thread waits for that parks on this object, or null. */
  public Object awaitedAt(Object parkedOn) {
    return awaited.get(parkedOn);
  }

  /**
   * A future among those wanted, not completed yet, without which this one is not completed; null
   * if there is none, or if a time limit may complete one of them.
   */
  public Object sourceOf(Object promise, Predicate<Object> wanted) {
    Deque<Object> open = new ArrayDeque<>();
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Object found = null;
    open.add(promise);
    while (!open.isEmpty() && seen.size() < MOST) {
      Object next = open.remove();
      if (isTimed(next)) {
        return null;
      } else if (found == null && RESULT.get(next) == null && wanted.test(next)) {
        found = next;
      }
      Dependency dependency = dependencies.get(next);
      if (seen.put(next, true) == null
          && dependency != null
          && (dependency.needsAll() || dependency.sources().size() == 1)) {
        open.addAll(dependency.sources());
      }
    }
    return found;
  }

  /** True for a future of which this class knows. */
  public static boolean isFuture(Object promise) {
    return promise instanceof CompletableFuture;
  }

  /** True if whoever parks on this object waits for a {@code CompletableFuture}. */
  public static boolean isWait(Object parkedOn) {
    return WAITER.owner().isInstance(parkedOn);
  }
}
