package io.standstill.release;

import io.standstill.jvm.Captured;
import io.standstill.jvm.Threads;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * What objects refer to: by their fields, as array elements, or captured by a lambda. All this
 * reads, and calls nothing.
 */
public final class Links {
  /** Of longer arrays only the beginning is read. That of a large hash table has many gaps. */
  private static final int LONGEST_ARRAY = 100_000;

  private final boolean intoExecutors;
  private final Map<Class<?>, List<ReferenceFields.Field>> fields = new HashMap<>();

  /**
   * @param intoExecutors whether executors are looked into that are not pools of the JDK's kinds
   */
  public Links(boolean intoExecutors) {
    this.intoExecutors = intoExecutors;
  }

  /** False for a JVM that does not tell which fields a class has: there nothing can be followed. */
  static boolean areKnown() {
    return FieldOffsets.areKnown();
  }

  /** True for what is not looked into: what is there is known otherwise, or of no interest. */
  public boolean isClosed(Object object) {
    return object instanceof Executor && !(intoExecutors && isForeign(object))
        || object instanceof Thread thread && Threads.state(thread) != Thread.State.NEW
        || object instanceof ThreadGroup
        || object instanceof ClassLoader
        || object instanceof Class
        || object instanceof Module
        || object instanceof Reference
        || object instanceof String
        || object instanceof Number;
  }

  /** True for an object that refers to more than is told. */
  static boolean isCut(Object object) {
    return object instanceof Object[] array && array.length > LONGEST_ARRAY;
  }

  private static boolean isForeign(Object executor) {
    return !(executor instanceof ThreadPoolExecutor || executor instanceof ForkJoinPool);
  }

  /** The objects that an object refers to, with nulls among them. */
  public List<Object> of(Object object) {
    if (object instanceof Object[] array) {
      return Arrays.asList(Arrays.copyOf(array, Math.min(array.length, LONGEST_ARRAY)));
    } else if (Captured.isLambda(object.getClass())) {
      return Captured.by(object);
    }
    List<Object> values = new ArrayList<>();
    for (ReferenceFields.Field field :
        fields.computeIfAbsent(object.getClass(), ReferenceFields::of)) {
      values.add(field.of(object));
    }
    return values;
  }
}
