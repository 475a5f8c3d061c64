package io.standstill.detect.stall;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.narration.Summary;
import io.standstill.detect.narration.ThreadPortraits;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Frames;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Turns a stall into a finding. */
final class StallReport {
  private static final int MOST_SHOWN = 8;

  /** What is waited for, and what nobody seems able to do about it. */
  private record Claim(String noun, String lost) {}

  private final Stall stall;
  private final Evidence evidence;
  private final long now;
  private final List<Thread> shown;

  /**
   * @param now steady time
   */
  StallReport(Stall stall, Evidence evidence, long now) {
    this.stall = stall;
    this.evidence = evidence;
    this.now = now;
    this.shown = stall.waiters().threads().stream().limit(MOST_SHOWN).toList();
  }

  Finding tell(String id) {
    String wait = shown.size() == 1 ? " waits for " : " wait for ";
    Claim claim = claim(stall.awaited().type());
    String lost = stall.where() == null ? claim.lost() : stall.where();
    return new Finding(
        Instant.now(),
        id,
        Kind.STALL,
        stall.certainty(),
        Summary.names(shown) + wait + claim.noun() + lost + ": " + stall.because(),
        threads(),
        List.of(),
        stall.waits().size() - shown.size(),
        null,
        null,
        stall.advice());
  }

  private static Claim claim(WaitType type) {
    return switch (type) {
      case PROCESS -> new Claim("the end of a process", "");
      case LATCH -> new Claim("a latch", " that nobody seems able to open");
      case FUTURE -> new Claim("a future", " that nobody seems able to complete");
      case PERMIT -> new Claim("a permit", " that nobody seems able to give back");
      case SIGNAL -> new Claim("a signal", " that nobody seems able to give");
      case ELEMENT -> new Claim("an element of a queue", " that nobody seems able to put");
      case LOAN -> new Claim("one more object of a pool", " that has none to lend");
      case QUEUE -> new Claim("room in a queue", " from which nobody seems to take");
      case MONITOR, LOCK, READ_LOCK, WRITE_LOCK, CLASS_INIT, TURN -> throw unknown(type);
      case THREAD, POOL, BARRIER, PHASER, CARRIER, UNKNOWN -> throw unknown(type);
    };
  }

  private static IllegalArgumentException unknown(WaitType type) {
    return new IllegalArgumentException("no stall is known of a " + type);
  }

  private List<StuckThread> threads() {
    ThreadPortraits portraits = new ThreadPortraits(evidence, shown, Map.of());
    List<StuckThread> threads = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Thread thread = shown.get(i);
      Subject subject = evidence.subject(thread);
      LockUse waitsFor = waitsFor(stall.waits().get(i), subject, portraits.stack(thread));
      threads.add(portraits.of(thread, subject.state(), waitsFor));
    }
    return threads;
  }

  private LockUse waitsFor(GateWaits.Waiting wait, Subject subject, StackTraceElement[] stack) {
    Object object = wait.awaited().object();
    Holdings.Entry announced = subject.announcementOf(LockRef.of(object));
    Site site = announced == null ? null : SiteTable.get(announced.site());
    return new LockUse(
        wait.awaited().type(),
        wait.awaited().isKnown() ? object.getClass().getName() : CompletableFuture.class.getName(),
        Integer.toHexString(System.identityHashCode(object)),
        site == null ? null : site.lockName(),
        site == null ? Frames.applicationFrame(stack) : site.toString(),
        wait.millis(now),
        List.of());
  }
}
