package io.standstill.engine;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.finding.FindingListener;
import io.standstill.options.Option;
import io.standstill.options.Options;
import io.standstill.options.OutputFile;
import io.standstill.report.FindingJson;
import io.standstill.report.FindingLog;
import io.standstill.report.OwnThread;
import io.standstill.report.jfr.JfrReport;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where findings go: at once to the board and to Flight Recorder's report, then, on a thread of its
 * own, to the findings file, the log, and whoever is added later, in this order. A pipe that nobody
 * reads blocks that thread only. Files are opened before anything else happens, so that a wrong
 * name does no harm. An output that throws is told of once and counted; the others still hear.
 */
final class Outputs implements FindingListener {
  private static final int MOST_PROBLEMS = 100;
  private static final int MOST_WAITING = 1000;

  private final FindingBoard board = new FindingBoard();
  private final OutputStream logFile;
  private final OutputStream findingsFile;
  private final List<FindingListener> listeners = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile JfrReport jfr;
  private volatile FindingLog log;
  private volatile FindingJson json;

  private Outputs(OutputStream logFile, OutputStream findingsFile) {
    this.logFile = logFile;
    this.findingsFile = findingsFile;
  }

  static Outputs open(Options options) {
    return new Outputs(open(Option.LOG, options), open(Option.FINDINGS, options));
  }

  private static OutputStream open(Option<Path> option, Options options) {
    Path path = options.get(option);
    return path == null ? null : OutputFile.open(option, path);
  }

  /** Loads what writing needs, and starts: not before {@code main}, where it would cost time. */
  void prepare() {
    log = logFile == null ? FindingLog.toStandardError() : FindingLog.to(logFile);
    List<FindingListener> first = new ArrayList<>();
    if (findingsFile != null) {
      json = new FindingJson(findingsFile, log::warn);
      first.add(json);
    }
    first.add(log);
    listeners.addAll(0, first);
    OwnThread.of("standstill-reports", this::deliver, null).start();
    JfrReport recorded = new JfrReport(board::active, this::problem);
    recorded.start();
    jfr = recorded;
  }

  /** Adds a listener that hears of a finding after all others so far. */
  void addLast(FindingListener listener) {
    listeners.add(listener);
  }

  /** Never blocks. */
  @Override
  public void on(Finding finding) {
    board.on(finding);
    if (jfr != null) {
      jfr.on(finding);
    }
    if (!waiting.offer(() -> tell(finding))) {
      problem("an output is blocked: not all findings were reported");
    }
  }

  private void deliver() {
    while (true) {
      try {
        waiting.take().run();
      } catch (InterruptedException notOurs) {
        continue; // An application may interrupt all threads that it finds.
      } catch (Throwable failure) {
        try {
          problem("an output failed: " + failure);
        } catch (Throwable again) {
          continue; // Not even that: no memory, perhaps. The next finding may fare better.
        }
      }
    }
  }

  private void tell(Finding finding) {
    for (FindingListener listener : listeners) {
      try {
        listener.on(finding);
      } catch (Throwable failure) {
        problem("an output failed: " + failure);
      }
    }
  }

  /** Waits, at most so long, until all that was found so far has been told. */
  void flush(long millis) {
    CountDownLatch told = new CountDownLatch(1);
    try {
      if (waiting.offer(told::countDown)) {
        told.await(millis, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException hurry) {
      return; // The JVM ends anyway.
    }
  }

  /** Says something that a user may want to know. Never blocks. */
  void say(String words) {
    waiting.offer(
        () -> {
          if (log != null) {
            log.info(words);
          }
        });
  }

  /** Notes that something of ours is off; the log hears of it the first time. Never blocks. */
  void problem(String words) {
    if (!problems.contains(words) && problems.size() < MOST_PROBLEMS) {
      problems.add(words);
      waiting.offer(() -> warn(words)); // If it does not fit, the list above still has it.
    }
  }

  private void warn(String words) {
    if (log != null) {
      log.warn(words);
    }
  }

  FindingBoard board() {
    return board;
  }

  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    if (log != null) {
      all.addAll(log.problems());
    }
    if (json != null) {
      all.addAll(json.problems());
    }
    return all;
  }
}
