package io.standstill.detect.deadlock;

import io.standstill.detect.probe.Ration;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits as in the look before, when nobody was found to stand still. A circle is closed by the
 * last of its threads that begins to wait, or by the end of a thread; so it is enough to begin from
 * new waits as long as nobody has ended on whom the others depend. Whatever else might happen,
 * somebody leaving the queue of a pool say, is found a little later: all are asked again now and
 * then, as often as that is cheap.
 */
final class Acquittals {
  private static final long LONGEST_MILLIS = 2_000;

  private final Ration askingAll = new Ration(0, LONGEST_MILLIS);
  private Map<Long, Acquittal> waits = new HashMap<>();
  private List<WeakReference<Thread>> needed = List.of();

  /** One thread in one wait. */
  private record Acquittal(Thread.State state, int moves, WeakReference<Object> parkedOn) {
    boolean isOf(Suspects.Glance glance) {
      return state == glance.state()
          && moves == glance.moves()
          && parkedOn.refersTo(glance.parkedOn());
    }
  }

  /**
   * The suspects that have to be asked now.
   *
   * @param glance how they wait; those that are not in it are asked each time
   */
  ThreadSet open(ThreadSet suspects, Map<Thread, Suspects.Glance> glance) {
    if (askingAll.isDue(System.nanoTime()) || hasAnyEnded()) {
      return suspects;
    }
    ThreadSet open = new ThreadSet();
    for (Thread suspect : suspects) {
      Acquittal known = waits.get(Threads.id(suspect));
      Suspects.Glance seen = glance.get(suspect);
      if (known == null || seen == null || !known.isOf(seen)) {
        open.add(suspect);
      }
    }
    return open;
  }

  private boolean hasAnyEnded() {
    for (WeakReference<Thread> each : needed) {
      Thread thread = each.get();
      if (thread == null || Threads.state(thread) == Thread.State.TERMINATED) {
        return true;
      }
    }
    return false;
  }

  /** Nobody is acquitted any more. */
  void clear() {
    waits = new HashMap<>();
    needed = List.of();
  }

  /**
   * Nobody was found to stand still.
   *
   * @param asked those who were asked, all of the suspects or some
   * @param met all threads that these depend on
   * @param busyNanos how long that kept a processor busy
   */
  void note(
      ThreadSet suspects,
      ThreadSet asked,
      Map<Thread, Suspects.Glance> glance,
      ThreadSet met,
      long busyNanos) {
    List<WeakReference<Thread>> depended = new ArrayList<>();
    if (asked == suspects) {
      askingAll.took(System.nanoTime(), busyNanos);
    } else {
      depended.addAll(needed);
    }
    for (Thread thread : met) {
      depended.add(new WeakReference<>(thread));
    }
    needed = depended;
    Map<Long, Acquittal> now = new HashMap<>();
    for (Thread suspect : suspects) {
      Suspects.Glance seen = glance.get(suspect);
      if (seen != null && seen.tellsWaitsApart()) {
        now.put(
            Threads.id(suspect),
            new Acquittal(seen.state(), seen.moves(), new WeakReference<>(seen.parkedOn())));
      }
    }
    waits = now;
  }
}
