package io.standstill.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a task would release if it ran, or what a thread may still release. The walk starts from the
 * objects themselves and follows the code that weaving noted, so it knows which latch is meant.
 */
public final class Releases {
  private Releases() {}

  /** What a task that has not begun would release. */
  public static List<Released> of(Object task) {
    return of(task, new StackTraceElement[0]);
  }

  /**
   * What a running task may still release.
   *
   * @param stack the stack of the thread that runs it
   */
  public static List<Released> of(Object task, StackTraceElement[] stack) {
    ReleaseWalk walk = new ReleaseWalk(new Position(stack));
    walk.enter(task);
    return walk.found();
  }

  /**
   * What a thread may still release in the methods that it is in, and in those that they call. The
   * objects are not known.
   *
   * @param loadedClass finds a loaded class by its name, or null
   */
  public static List<Released> of(
      StackTraceElement[] stack, Function<String, Class<?>> loadedClass) {
    List<Released> found = new ArrayList<>();
    StackWalk walk = new StackWalk(new Position(stack), found);
    Set<String> seen = new HashSet<>();
    for (StackTraceElement frame : stack) {
      List<ClassReleases> noted = ReleaseSites.named(frame.getClassName());
      for (ClassReleases type : noted) {
        for (MethodReleases method : type.named(frame.getMethodName())) {
          walk.visit(type, method);
        }
      }
      if (noted.isEmpty() && seen.add(frame.getClassName())) {
        Class<?> type = loadedClass.apply(frame.getClassName());
        if (type != null && type.getClassLoader() != null) {
          walk.visit(type);
        }
      }
    }
    return found;
  }
}
