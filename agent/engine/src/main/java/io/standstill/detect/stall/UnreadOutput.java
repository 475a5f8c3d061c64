package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.finding.Certainty;
import io.standstill.jvm.Frames;
import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * A child process whose output nobody reads. Once the pipe is full the process waits for a reader,
 * and who waits for its end before reading waits for ever. How full the pipe is the operating
 * system tells; asking takes nothing out of it, and no lock.
 *
 * <p>Only of pipes of the size that Linux makes them: sixteen pages.
 */
final class UnreadOutput {
  private static final String REAPERS = "java.lang.ProcessHandleImpl";
  private static final PrivateField PIPE = PrivateField.of(FilterInputStream.class, "in");
  private static final int FRAMES = 8;
  private static final int CAPACITY = 16 * Unsafe.getUnsafe().pageSize();

  /**
   * A pipe with less room may have none: some of a page is left where the next text does not fit.
   */
  private static final int MOST_LEFT = 4096;

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
    ThreadSet all = withReapers(waiters);
    Stall stall = of("output", process.getInputStream(), patient, all);
    return stall != null ? stall : of("error output", process.getErrorStream(), patient, all);
  }

  /** The threads of the JDK that wait for a process too, and touch its output only afterwards. */
  private ThreadSet withReapers(ThreadSet waiters) {
    ThreadSet all = ThreadSet.of(waiters);
    for (Thread thread : evidence.allThreads()) {
      if (evidence.subject(thread).isIn(REAPERS, "waitForProcessExit", FRAMES)) {
        all.add(thread);
      }
    }
    return all;
  }

  private Stall of(
      String which, InputStream stream, List<GateWaits.Waiting> patient, ThreadSet waiters) {
    int unread = unread(stream);
    if (unread < CAPACITY - MOST_LEFT) {
      return null;
    }
    Awaited awaited = patient.get(0).awaited();
    Certainty certainty = bystanders.judge(awaited.onto(stream), waiters, true);
    if (certainty == null) {
      return null;
    }
    boolean full = unread >= CAPACITY;
    return new Stall(
        patient,
        "process "
            + ((Process) awaited.object()).pid()
            + " has written "
            + unread
            + " bytes of "
            + which
            + " that nobody seems to read"
            + (full ? ", and has no room for more" : ""),
        "Read the output of a process before waiting for its end, its error output in another"
            + " thread or by redirectErrorStream; or redirect both to a file.",
        full && evidence.isHistoryComplete() && !isAnyoneInCode(waiters)
            ? certainty
            : Certainty.POSSIBLE);
  }

  /** Who has the stream in a local variable only is not found by what he runs. */
  private boolean isAnyoneInCode(ThreadSet waiters) {
    for (Thread thread : evidence.allThreads()) {
      if (!waiters.contains(thread)
          && !Outlook.isAgents(thread)
          && !Arrays.stream(evidence.outlook().stackOf(thread)).allMatch(Frames::isJdk)) {
        return true;
      }
    }
    return false;
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

  /** Loads what is needed while the JVM is well. */
  static void rehearse() {
    unread(InputStream.nullInputStream());
  }
}
