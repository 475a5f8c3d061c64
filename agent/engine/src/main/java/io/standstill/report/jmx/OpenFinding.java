package io.standstill.report.jmx;

import io.standstill.finding.Finding;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.report.FindingText;
import io.standstill.report.JsonLine;
import java.util.List;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/**
 * A finding as JMX open data, with the field names of the JSON lines, so that a remote client reads
 * it without any class of ours. Unknown values are null.
 */
public final class OpenFinding {
  private static final OpenType<?> TEXT = SimpleType.STRING;
  private static final OpenType<?> NUMBER = SimpleType.LONG;
  private static final OpenType<?> FLAG = SimpleType.BOOLEAN;
  private static final OpenType<?> FRAMES = OpenRow.arrayOf(TEXT);

  private static final OpenRow WAIT =
      new OpenRow("WaitsFor", "What a thread waits for")
          .with("type", TEXT, "What it is: monitor, lock, read-lock, permit and so on")
          .with("class", TEXT, "Class of the lock object")
          .with("identity", TEXT, "Identity hash code of the lock object, in hexadecimal")
          .with("site", TEXT, "Where in the code it is being taken")
          .with("name", TEXT, "Field or variable that the lock came from")
          .with("waitedMillis", NUMBER, "How long the thread has waited")
          .with("owners", OpenRow.arrayOf(NUMBER), "Ids of the threads that are waited for");

  private static final OpenRow HELD =
      new OpenRow("Holds", "What a thread holds")
          .with("type", TEXT, "What it is: monitor, lock, read-lock, permit and so on")
          .with("class", TEXT, "Class of the lock object")
          .with("identity", TEXT, "Identity hash code of the lock object, in hexadecimal")
          .with("site", TEXT, "Where in the code it was taken; null if before an attach")
          .with("name", TEXT, "Field or variable that the lock came from")
          .with("heldMillis", NUMBER, "How long it has been held")
          .with("stack", FRAMES, "Of a prediction: the stack when it was taken; empty if unknown");

  private static final OpenRow THREAD =
      new OpenRow("Thread", "A thread that stands still")
          .with("id", NUMBER, "Thread id")
          .with("name", TEXT, "Thread name")
          .with("virtual", FLAG, "Whether it is a virtual thread")
          .with("state", TEXT, "Thread state")
          .with("waitsFor", WAIT.type(), "What it waits for; null if it has ended")
          .with("holds", OpenRow.arrayOf(HELD.type()), "What it holds, oldest first")
          .with("stack", FRAMES, "Its stack, innermost frame first")
          .with(
              "likeStack",
              FRAMES,
              "Of a prediction: that of an earlier call, if its own is unknown");

  private static final OpenRow FINDING =
      new OpenRow("Finding", "One situation that keeps threads from going on")
          .with("time", TEXT, "When this was said, in ISO-8601")
          .with("id", TEXT, "Short name of the situation")
          .with("kind", TEXT, "What is claimed")
          .with("certainty", TEXT, "certain, likely or possible")
          .with("summary", TEXT, "Who waits for whom, in one sentence")
          .with("threads", OpenRow.arrayOf(THREAD.type()), "The threads that make it up")
          .with("waitingBehind", NUMBER, "How many more threads wait for these")
          .with("endsInMillis", NUMBER, "When it ends by itself, -1 if unknown; null if never")
          .with("resolvedAfterMillis", NUMBER, "How long it lasted; null while it lasts")
          .with("advice", TEXT, "What to do about it")
          .with("text", TEXT, "The whole report as text")
          .with("pools", OpenPool.arrayType(), "The thread pools that play a part");

  private OpenFinding() {}

  /** This finding as open data. */
  public static CompositeData of(Finding finding) {
    return FINDING.data(
        JsonLine.time(finding.time()),
        finding.id(),
        finding.kind().toString(),
        finding.certainty().toString(),
        finding.summary(),
        threads(finding.threads()),
        (long) finding.waitingBehind(),
        finding.endsInMillis(),
        finding.resolvedAfterMillis(),
        finding.advice(),
        FindingText.of(finding),
        OpenPool.of(finding.pools()));
  }

  private static CompositeData[] threads(List<StuckThread> threads) {
    CompositeData[] rows = new CompositeData[threads.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = thread(threads.get(i));
    }
    return rows;
  }

  private static CompositeData thread(StuckThread thread) {
    return THREAD.data(
        thread.id(),
        thread.name(),
        thread.virtual(),
        thread.state(),
        thread.waitsFor() == null ? null : wait(thread.waitsFor()),
        holds(thread.holds()),
        thread.stack().toArray(String[]::new),
        thread.likeStack().toArray(String[]::new));
  }

  private static CompositeData wait(LockUse lock) {
    return WAIT.data(
        lock.type().toString(),
        lock.className(),
        lock.identity(),
        lock.site(),
        lock.name(),
        lock.millis(),
        lock.owners().toArray(Long[]::new));
  }

  private static CompositeData[] holds(List<LockUse> locks) {
    CompositeData[] rows = new CompositeData[locks.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = held(locks.get(i));
    }
    return rows;
  }

  private static CompositeData held(LockUse lock) {
    return HELD.data(
        lock.type().toString(),
        lock.className(),
        lock.identity(),
        lock.site(),
        lock.name(),
        lock.millis(),
        lock.stack().toArray(String[]::new));
  }
}
