package io.standstill.detect.longwait;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Threads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a long hold into a finding: who waits, who holds, and what it does meanwhile. */
final class LongHoldReport {
  private static final int MOST_BESIDE = 3;

  private final LongHold hold;
  private final LockScene scene;

  LongHoldReport(LongHold hold) {
    this.hold = hold;
    this.scene = hold.scene();
  }

  Finding tell(String id) {
    List<Thread> beside = hold.rootsBeside();
    List<Thread> members = new ArrayList<>(hold.path());
    members.addAll(beside.subList(0, Math.min(MOST_BESIDE, beside.size())));
    SceneThreads threads = new SceneThreads(scene, members);
    List<StuckThread> shown = threads.all();
    return new Finding(
        Instant.now(),
        id,
        Kind.LONG_HOLD,
        certainty(),
        summary(shown.get(0), beside.size(), threads.activity(hold.root())),
        shown,
        List.of(),
        Math.max(0, hold.waiters().size() - hold.waitersOnPath().size()),
        null,
        null,
        advice(threads.activity(hold.root())));
  }

  /**
   * Certain if the JVM or the lock itself names every owner on the way, each wait is surely one
   * wait, and the journals know since when the locks are held. Who is merely queued ahead holds
   * nothing.
   */
  private Certainty certainty() {
    Certainty least = Certainty.CERTAIN;
    for (Thread waiter : hold.waitersOnPath()) {
      Certainty wait = scene.waitOf(waiter).certainty();
      List<LockHistory.Hold> holds = scene.holdsAgainst(waiter);
      boolean proven =
          scene.followed(waiter).proven() && (holds.isEmpty() || holds.get(0).isKnown());
      Certainty here = proven || wait != Certainty.CERTAIN ? wait : Certainty.LIKELY;
      least = here.compareTo(least) > 0 ? here : least;
    }
    return least;
  }

  private String summary(StuckThread first, int beside, String activity) {
    LockUse wanted = first.waitsFor();
    String waited =
        wanted == null || wanted.millis() == null
            ? ""
            : String.format((Locale) null, " has waited %.1f s", wanted.millis() / 1e3);
    String root = Threads.name(hold.root()) + (beside == 0 ? "" : " and " + beside + " more");
    String does = (beside == 0 ? ", which " : "; it ") + activity;
    int count = hold.waiters().size();
    return count == 1
        ? first.name() + waited + " for " + root + does
        : String.format((Locale) null, "%,d threads wait, directly or not, for ", count)
            + root
            + does
            + "; "
            + first.name()
            + waited;
  }

  private static String advice(String activity) {
    Map<String, String> byActivity =
        Map.of(
            "idles", "Release the lock in a finally block: the task that took it has ended.",
            "sleeps", "Do not sleep while holding a lock that others need.",
            "waits", "Do not wait for others while holding a lock that others need.",
            "runs", "Hold the lock for less of the work, or split what it protects.");
    String first = activity.split(" ")[0];
    return byActivity.getOrDefault(
        first, "Move the slow call out of the lock, or give it a timeout.");
  }
}
