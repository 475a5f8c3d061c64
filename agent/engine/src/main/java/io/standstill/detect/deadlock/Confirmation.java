package io.standstill.detect.deadlock;

import io.standstill.detect.probe.BusyTime;
import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.waits.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks again before anything is said. A second look must show the same threads with the same
 * counters, so that every edge of the graph held at one common moment. Where there are no counters
 * (virtual threads that never ran woven code), or interrupts keep them moving, several looks must
 * agree.
 */
final class Confirmation {
  private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
  private static final int LOOKS_WITHOUT_COUNTERS = 5;

  private final ClassInitWatch classInitWatch;
  private final BusyTime time;

  /**
   * @param time of the look that this is a part of
   */
  Confirmation(ClassInitWatch classInitWatch, BusyTime time) {
    this.classInitWatch = classInitWatch;
    this.time = time;
  }

  /** Those of a scene's situations that are so for sure. */
  List<Situation> of(List<Situation> candidates, Scene scene) {
    List<Situation> confirmed = new ArrayList<>();
    List<Situation> open = candidates;
    for (int i = 1; i <= LOOKS_WITHOUT_COUNTERS && !open.isEmpty(); i++) {
      List<Situation> now = later(scene);
      List<Situation> unclear = new ArrayList<>();
      for (Situation then : open) {
        boolean surely = then.isCounted() && now.stream().anyMatch(then::isSameAs);
        if (surely || i == LOOKS_WITHOUT_COUNTERS && now.stream().anyMatch(then::isLike)) {
          confirmed.add(then);
        } else if (now.stream().anyMatch(then::isLike)) {
          unclear.add(then);
        }
      }
      open = unclear;
    }
    return confirmed;
  }

  /** The situations of a scene a moment later. */
  List<Situation> later(Scene scene) {
    time.pause(GAP_NANOS);
    return scene.inits() == ClassInits.NONE
        ? scene.situations()
        : scene.with(classInitWatch.again()).situations();
  }
}
