package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Gate;
import io.standstill.pool.ExecutorFields;
import io.standstill.pool.Stages;
import io.standstill.recorder.DroppedTasks;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import io.standstill.release.TaskName;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * What tasks would have released that pools have dropped: on {@code shutdownNow}, or because they
 * were full and are told to discard what does not fit. What a handler of the application's own does
 * with a task is not known. Weak and bounded.
 */
final class DroppedWork {
  private static final int LIMIT = 1_000;
  private static final int DEEPEST = 8;

  private final Deque<Lost> lost = new ArrayDeque<>();

  /**
   * Something that will not be released.
   *
   * @param task the class of the task
   * @param rejected whether a pool rejected it
   * @param missing how many times a latch had still to be counted down, else 1
   */
  record Lost(WeakReference<Object> object, String task, boolean rejected, int missing) {}

  /** Takes note of what was dropped since the last time. */
  void look() {
    for (DroppedTasks.Dropped dropped : DroppedTasks.take()) {
      Object task = dropped.get();
      if (task != null && isSurelyLost(dropped)) {
        for (Released released : Releases.of(task)) {
          if (released.isPromised()) {
            String name = TaskName.of(task);
            withDependents(released.object())
                .forEach(object -> add(object, name, dropped.isRejected()));
          }
        }
      }
    }
  }

  private static boolean isSurelyLost(DroppedTasks.Dropped dropped) {
    return !dropped.isRejected()
        || ExecutorFields.handler(dropped.pool()) instanceof ThreadPoolExecutor.DiscardPolicy;
  }

  private void add(Object object, String task, boolean rejected) {
    lost.removeIf(each -> each.object().refersTo(null));
    if (lost.size() >= LIMIT) {
      lost.removeFirst();
    }
    int missing = object instanceof CountDownLatch ? Gate.of(object).missing() : 1;
    lost.addLast(new Lost(new WeakReference<>(object), task, rejected, missing));
  }

  /**
   * Why an awaited object will not be released, or null. A latch that was counted down since may
   * have been so by a task that was run after all.
   */
  Lost lossOf(Awaited awaited) {
    return lost.stream()
        .filter(each -> each.object().refersTo(awaited.object()))
        .filter(each -> each.missing() == awaited.missing())
        .findFirst()
        .orElse(null);
  }

  /** The object and, of a future, the stages that need it; these do not lead back to it. */
  private static List<Object> withDependents(Object object) {
    List<Object> all = new ArrayList<>(List.of(object));
    if (Stages.isFuture(object)) {
      Stages stages = Stages.from(all);
      for (Object dependent : stages.dependents()) {
        if (dependsOn(dependent, object, stages, DEEPEST)) {
          all.add(dependent);
        }
      }
    }
    return all;
  }

  private static boolean dependsOn(Object future, Object source, Stages stages, int depth) {
    Stages.Dependency dependency = depth == 0 ? null : stages.of(future);
    return dependency != null
        && dependency.needsAll()
        && !stages.isTimed(future)
        && dependency.sources().stream()
            .anyMatch(each -> each == source || dependsOn(each, source, stages, depth - 1));
  }
}
