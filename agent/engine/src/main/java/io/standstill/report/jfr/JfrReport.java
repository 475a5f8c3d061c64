package io.standstill.report.jfr;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.report.OwnThread;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells Flight Recorder of findings, as soon as somebody records. Until then nothing of it is
 * loaded, for that takes long; and where the JVM comes without it, nothing happens at all.
 *
 * <p>Flight Recorder takes locks under which code of the application may run. So a thread of our
 * own does all of it; whoever brings a finding never waits.
 */
public final class JfrReport implements FindingListener {
  private static final String MODULE = "jdk.jfr";
  private static final int MOST_WAITING = 256;
  private static final long POLL_MILLIS = 500;

  private final Supplier<List<Finding>> active;
  private final Consumer<String> complain;
  private final BlockingQueue<Finding> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean works;

  /** Used by our thread alone; null until somebody records. */
  private FindingEvents events;

  /**
   * A report that does nothing yet.
   *
   * @param active the situations that last at the time when it is asked; must not block
   * @param complain told in one line if something fails; must not block
   */
  public JfrReport(Supplier<List<Finding>> active, Consumer<String> complain) {
    this.active = active;
    this.complain = complain;
  }

  /** Begins to wait for recordings, if this JVM can make any. */
  public void start() {
    if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
      works = true;
      OwnThread.of("standstill-jfr", this::run, null).start();
    }
  }

  /** Never blocks. A situation must be among the active ones before it is told here. */
  @Override
  public void on(Finding finding) {
    if (works && !waiting.offer(finding)) {
      complain.accept("Flight Recorder is blocked: it was not told of all findings");
    }
  }

  private void run() {
    try {
      while (true) {
        step(next());
      }
    } catch (Throwable failure) {
      works = false;
      waiting.clear();
      complain.accept("Flight Recorder is not told of findings: " + failure);
    }
  }

  /** The next finding, or null after a while. */
  private Finding next() {
    try {
      return waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException notOurs) {
      return null; // An application may interrupt all threads that it finds.
    }
  }

  private void step(Finding next) {
    if (events != null && next != null) {
      events.tell(next);
    } else if (events == null && FindingEvents.areWanted()) {
      waiting.clear(); // What waits there and lasts is active.
      events = FindingEvents.register(active);
    }
  }
}
