package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.finding.Certainty;
import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A child process whose output nobody reads. Once the pipe is full the process waits for a reader,
 * and who waits for its end before reading waits for ever. How full the pipe is the operating
 * system tells; asking takes nothing out of it, and no lock.
 *
 * <p>Only of processes that the JDK itself has made, and of pipes of the usual size, 64 KiB.
 */
final class UnreadOutput {
  private static final String MADE_BY_THE_JDK = "java.lang.ProcessImpl";
  private static final String REAPERS = "java.lang.ProcessHandleImpl";
  private static final PrivateField PIPE = PrivateField.of(FilterInputStream.class, "in");
  private static final int FRAMES = 8;

  /** Less room than that a full pipe may have: what is written at once goes in at once. */
  private static final int FULL = 60 * 1024;

  private final Evidence evidence;
  private final Bystanders bystanders;

  UnreadOutput(Evidence evidence, Bystanders bystanders) {
    this.evidence = evidence;
    this.bystanders = bystanders;
  }

  /**
   * Why the process does not end; null if that is not known, or if somebody may read yet.
   *
   * @param patient those that have waited too long
   * @param waiters all who wait for the process
   */
  Stall of(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Process process = (Process) patient.get(0).awaited().object();
    if (!process.getClass().getName().equals(MADE_BY_THE_JDK)
        || !patient.stream().allMatch(this::isInside)) {
      return null;
    }
    ThreadSet all = withReapers(waiters);
    Stall stall = of("output", process.getInputStream(), patient, all);
    return stall != null ? stall : of("error output", process.getErrorStream(), patient, all);
  }

  private boolean isInside(GateWaits.Waiting wait) {
    return evidence.subject(wait.thread()).isIn(MADE_BY_THE_JDK, "waitFor", FRAMES);
  }

  /** The threads of the JDK that wait for a process too, and touch its output only afterwards. */
  private ThreadSet withReapers(ThreadSet waiters) {
    ThreadSet all = new ThreadSet();
    waiters.threads().forEach(all::add);
    for (Thread thread : evidence.allThreads()) {
      if (evidence.subject(thread).isIn(REAPERS, "waitForProcessExit", FRAMES)) {
        all.add(thread);
      }
    }
    return all;
  }

  private Stall of(
      String which, InputStream stream, List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Awaited awaited = patient.get(0).awaited();
    int unread = unread(stream);
    if (unread < FULL) {
      return null;
    }
    Certainty certainty = bystanders.judge(awaited.onto(stream), waiters, true);
    if (certainty == null) {
      return null;
    }
    return new Stall(
        patient,
        "process "
            + ((Process) awaited.object()).pid()
            + " has written "
            + unread
            + " bytes of "
            + which
            + " that nobody reads, and has no room for more",
        "Read the output of a process before waiting for its end, its error output in another"
            + " thread or by redirectErrorStream; or redirect both to a file.",
        evidence.isHistoryComplete() ? certainty : Certainty.POSSIBLE);
  }

  /** How many bytes lie in the pipe; 0 if it is none. */
  private static int unread(InputStream stream) {
    if (stream instanceof FilterInputStream && PIPE.get(stream) instanceof FileInputStream pipe) {
      try {
        return pipe.available();
      } catch (IOException closed) {
        return 0;
      }
    }
    return 0;
  }
}
