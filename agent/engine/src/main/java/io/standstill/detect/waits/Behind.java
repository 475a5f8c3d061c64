package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import java.util.Collection;

/** Who cannot go on before certain others do. */
public final class Behind {
  private Behind() {}

  /**
   * Those others, and all of the candidates that wait for them, directly or not.
   *
   * @param first those who are taken to stand still
   */
  public static ThreadSet of(ThreadSet first, Collection<Thread> candidates, Evidence evidence) {
    ThreadSet behind = ThreadSet.of(first);
    ThreadSet known = ThreadSet.of(candidates);
    Analysis analysis = new Analysis(evidence, known);
    boolean more = true;
    while (more) {
      more = false;
      for (Thread thread : analysis.known()) {
        Wait wait = behind.contains(thread) ? null : analysis.waitOf(thread);
        if (wait != null && !wait.timed() && isBlocked(wait, behind)) {
          more = behind.add(thread);
        }
      }
    }
    return behind;
  }

  private static boolean isBlocked(Wait wait, ThreadSet behind) {
    Collection<Thread> owners = wait.owners().threads();
    return wait.need() == Need.ALL
        ? owners.stream().anyMatch(behind::contains)
        : owners.stream().allMatch(behind::contains);
  }
}
