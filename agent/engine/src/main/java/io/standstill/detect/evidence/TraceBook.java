package io.standstill.detect.evidence;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The names of threads by the objects that they had to do with: bounded, objects held weakly. */
final class TraceBook {
  private static final int MOST_OBJECTS = 1_000;
  private static final int MOST_NAMES = 8;

  private final Map<Integer, List<Trace>> byHash = new LinkedHashMap<>();

  /** What is known of one object. */
  private static final class Trace {
    final WeakReference<Object> object;
    final Map<String, Boolean> threads = new HashMap<>();
    boolean more;

    Trace(Object object) {
      this.object = new WeakReference<>(object);
    }
  }

  void add(Object object, String thread) {
    Trace trace = traceOf(object);
    if (trace == null) {
      trace = new Trace(object);
      makeRoom();
      byHash
          .computeIfAbsent(System.identityHashCode(object), unused -> new ArrayList<>(1))
          .add(trace);
    }
    if (trace.threads.size() < MOST_NAMES) {
      trace.threads.put(thread, true);
    } else {
      trace.more |= !trace.threads.containsKey(thread);
    }
  }

  private void makeRoom() {
    if (byHash.size() >= MOST_OBJECTS) {
      Iterator<Integer> eldest = byHash.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  private Trace traceOf(Object object) {
    for (Trace trace : byHash.getOrDefault(System.identityHashCode(object), List.of())) {
      if (trace.object.refersTo(object)) {
        return trace;
      }
    }
    return null;
  }

  /** Names of threads that had to do with an object, some of them if there were many. */
  List<String> of(Object object) {
    Trace trace = traceOf(object);
    return trace == null ? List.of() : trace.threads.keySet().stream().sorted().toList();
  }

  /** True if there were more than can be named: they come and go. */
  boolean isCrowd(Object object) {
    Trace trace = traceOf(object);
    return trace != null && trace.more;
  }

  /** The first object that still exists and is wanted, or null. */
  Object find(Predicate<Object> wanted) {
    for (List<Trace> traces : byHash.values()) {
      for (Trace trace : traces) {
        Object object = trace.object.get();
        if (object != null && wanted.test(object)) {
          return object;
        }
      }
    }
    return null;
  }
}
