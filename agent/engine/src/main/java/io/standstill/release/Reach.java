package io.standstill.release;

import io.standstill.jvm.Captured;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Whether what threads were made to run leads to an object, by way of fields, arrays and the JDK's
 * collections. Code may hide behind listeners and callbacks; but who does not reach a latch will
 * not open it. Executors and other threads are not entered: what waits there is known otherwise.
 */
public final class Reach {
  /** More objects are not looked at; then anything may be reached. */
  private static final int MOST_OBJECTS = 50_000;

  private static final int MOST_OPEN = 500_000;
  private static final int LONGEST_ARRAY = 10_000;

  private final Object wanted;

  /** Code that will do as well as the object itself; null if none does. */
  private final ReleasingCode code;

  /** What does not lead there. */
  private final Map<Object, Boolean> deadEnds = new IdentityHashMap<>();

  private final Map<Class<?>, List<String>> fields = new HashMap<>();

  /** A search for this object, from several starts. */
  public Reach(Object wanted) {
    this(wanted, null);
  }

  private Reach(Object wanted, ReleasingCode code) {
    this.wanted = wanted;
    this.code = code;
  }

  /**
   * A search that is content with less: with code that releases anything of this kind, since code
   * may have the object from a static field. It enters executors too, unless they are pools of the
   * JDK's kinds.
   */
  public static Reach ofObjectOrCode(Object wanted, Release.Kind kind) {
    return new Reach(wanted, new ReleasingCode(kind));
  }

  /** True if this leads to the object, or to too much to say. */
  public boolean leadsFrom(Object start) {
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      Object next = open.remove();
      if (next == wanted
          || code != null && code.isIn(next)
          || deadEnds.size() + seen.size() > MOST_OBJECTS
          || open.size() > MOST_OPEN) {
        return true;
      }
      if ((next == start || !isClosed(next))
          && !deadEnds.containsKey(next)
          && seen.put(next, true) == null) {
        for (Object value : values(next)) {
          if (value != null && !seen.containsKey(value)) {
            open.add(value);
          }
        }
      }
    }
    deadEnds.putAll(seen);
    return false;
  }

  private boolean isClosed(Object object) {
    return object instanceof Executor && !(code != null && isForeign(object))
        || object instanceof Thread
        || object instanceof ThreadGroup
        || object instanceof ClassLoader
        || object instanceof Class
        || object instanceof Module
        || object instanceof Reference
        || object instanceof String
        || object instanceof Number;
  }

  private static boolean isForeign(Object executor) {
    return !(executor instanceof ThreadPoolExecutor || executor instanceof ForkJoinPool);
  }

  private List<Object> values(Object object) {
    if (object instanceof Object[] array) {
      return Arrays.asList(Arrays.copyOf(array, Math.min(array.length, LONGEST_ARRAY)));
    } else if (Captured.isLambda(object.getClass())) {
      return Captured.by(object);
    }
    List<Object> values = new ArrayList<>();
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (String field : fields.computeIfAbsent(type, Reach::referencesOf)) {
        values.add(Fields.get(type, field, object));
      }
    }
    return values;
  }

  private static List<String> referencesOf(Class<?> type) {
    List<String> names = new ArrayList<>();
    if (type.isArray()) {
      return names;
    } else if (type.getClassLoader() == null) {
      // The JDK's own classes may be asked: no class loader of the application is involved.
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          names.add(field.getName());
        }
      }
      return names;
    }
    for (ConstantPools.Member member : ConstantPools.members(type)) {
      if (member.isField()
          && member.owner().equals(type.getName())
          && (member.descriptor().startsWith("L") || member.descriptor().startsWith("["))
          && !names.contains(member.name())
          && Fields.isSurelyOfInstance(type, member.name(), member.descriptor())) {
        names.add(member.name());
      }
    }
    return names;
  }
}
