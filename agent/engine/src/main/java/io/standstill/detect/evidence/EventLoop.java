package io.standstill.detect.evidence;

import io.standstill.jvm.Captured;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Links;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * A selector and the thread that serves it, known by its shape: what the thread was made to run, or
 * runs as a task, leads to the selector, and code of the objects on the last two steps there is on
 * the thread's stack. While the thread is in a callback nobody serves the selector.
 *
 * @param selector one of the JDK's own
 */
public record EventLoop(Selector selector) {
  private static final String JDK_SELECTOR = "sun.nio.ch.SelectorImpl";

  /** How many steps lead to a selector at most, and how many objects are looked at. */
  private static final int DEEPEST = 5;

  private static final int MOST_OBJECTS = 200;

  /** One step from the start of the search on. */
  private record Step(Object object, Step before) {}

  /** The selector that a thread serves; null if it serves none. */
  static EventLoop of(Thread thread, Outlook outlook) {
    Object target = Threads.target(thread);
    EventLoop loop = search(target != null ? target : thread, thread, outlook);
    Journal journal = Journals.of(Threads.id(thread));
    Object task = loop != null || journal == null ? null : journal.task();
    return task == null ? loop : search(task, thread, outlook);
  }

  /** Nearest first: a loop leads to the others of its group too, but not as soon. */
  private static EventLoop search(Object start, Thread thread, Outlook outlook) {
    Links links = new Links(true);
    List<Step> level = List.of(new Step(start, null));
    int left = MOST_OBJECTS;
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Step> next = new ArrayList<>();
      for (Step step : level) {
        if (isForeign(step.object())
            && (depth == 0 || !links.isClosed(step.object()))
            && left-- > 0) {
          for (Object value : links.of(step.object())) {
            if (value instanceof Selector selector && isOfJdk(selector)) {
              return isAtWork(step, outlook.stackOf(thread)) ? new EventLoop(selector) : null;
            }
            next.add(new Step(value, step));
          }
        }
      }
      level = next;
    }
    return null;
  }

  private static boolean isOfJdk(Selector selector) {
    for (Class<?> c = selector.getClass(); c != null; c = c.getSuperclass()) {
      if (c.getName().equals(JDK_SELECTOR)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAtWork(Step last, StackTraceElement[] stack) {
    return isInCodeOf(last.object(), stack)
        || last.before() != null && isInCodeOf(last.before().object(), stack);
  }

  private static boolean isInCodeOf(Object object, StackTraceElement[] stack) {
    for (Class<?> c = object.getClass(); c.getClassLoader() != null; c = c.getSuperclass()) {
      for (StackTraceElement frame : stack) {
        if (frame.getClassName().equals(c.getName())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Neither the JDK's nor the agent's own. */
  private static boolean isForeign(Object object) {
    return object != null
        && (object.getClass().getClassLoader() != null || Captured.isLambda(object.getClass()))
        && object.getClass().getClassLoader() != EventLoop.class.getClassLoader();
  }
}
