package io.standstill.release;

import io.standstill.jvm.Captured;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a method that a thread is in has made an object, and a lambda around it to which a queued
 * task leads, and has shown it to nobody else: then only these two have it. Told from the code that
 * weaving noted, so it needs no knowledge of what the thread was given to run.
 */
public final class MadeHere {
  /** So many objects are looked at: what wraps a lambda is little. */
  private static final int MOST_OBJECTS = 200;

  private final Object object;
  private final Position position;
  private final StackTraceElement[] stack;
  private final Wanted wanted;

  /** What is asked of what a method has made. */
  private interface Wanted {
    /**
     * Answers it.
     *
     * @param line where the thread is in the method, 0 if it is unknown
     * @param at the same, but of several calls of methods of this name the first line
     */
    boolean test(AccessPath path, int line, int at);
  }

  private MadeHere(Object object, StackTraceElement[] stack, Wanted wanted) {
    this.object = object;
    this.stack = stack;
    this.position = new Position(stack);
    this.wanted = wanted;
  }

  /**
   * False also where the code does not tell.
   *
   * @param object what the queued task leads to
   * @param stack the stack of the thread that may have made it
   */
  public static boolean isMade(Object object, Object task, StackTraceElement[] stack) {
    return new MadeHere(object, stack, (path, line, at) -> path.isKept() && !path.isYetToBeMade(at))
        .isBehind(task);
  }

  /** True if the method has made it, and may have given it to others since. */
  public static boolean mayBeShown(Object object, Object task, StackTraceElement[] stack) {
    return new MadeHere(object, stack, (path, line, at) -> path.mayBeShown(line)).isBehind(task);
  }

  private boolean isBehind(Object task) {
    Links links = new Links(false);
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>(List.of(task));
    while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
      Object next = open.remove();
      if (seen.put(next, true) == null && next != object && !links.isClosed(next)) {
        if (Captured.isLambda(next.getClass()) && isMadeFor(next)) {
          return true;
        }
        links.of(next).stream().filter(value -> value != null).forEach(open::add);
      }
    }
    return false;
  }

  /** True if a method on the stack has made both, this lambda and the object that it captured. */
  private boolean isMadeFor(Object lambda) {
    Body body = Lambdas.body(lambda, new Object[Lambdas.unboundParameters(lambda)]);
    if (body == null) {
      return false;
    }
    for (StackTraceElement frame : stack) {
      for (ClassReleases type : ReleaseSites.named(frame.getClassName())) {
        for (MethodReleases method : type.named(frame.getMethodName())) {
          int line = Math.max(0, frame.getLineNumber());
          int at = position.in(type.name(), method.name());
          if (method.calls().stream().anyMatch(call -> isMadeBy(call, body, line, at))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isMadeBy(Call call, Body body, int line, int at) {
    if (call.kind() != Call.Kind.DEFERRED
        || !call.owner().equals(body.host().getName())
        || !call.name().equals(body.name())
        || !call.descriptor().equals(body.descriptor())) {
      return false;
    }
    for (int i = 0; i < call.arguments().size() && i < body.arguments().length; i++) {
      AccessPath path = call.arguments().get(i);
      if (body.arguments()[i] == object && path != null && wanted.test(path, line, at)) {
        return true;
      }
    }
    return false;
  }
}
