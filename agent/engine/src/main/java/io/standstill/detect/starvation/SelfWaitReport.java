package io.standstill.detect.starvation;

import io.standstill.detect.narration.Advice;
import io.standstill.detect.narration.PoolLoads;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import io.standstill.recorder.SelfWait;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.recorder.SubmissionHooks;
import io.standstill.release.TaskName;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Turns a wait of a worker for its own pool into a finding: where it waited, and for what. */
final class SelfWaitReport {
  private static final String STATE = Thread.State.WAITING.name();

  private final SelfWait wait;
  private final PoolHistory pool;
  private final PoolFigures figures;
  private final int limit;
  private final int deep;

  /**
   * A report about a wait.
   *
   * @param limit how many threads the pool has at most
   */
  SelfWaitReport(SelfWait wait, PoolHistory pool, int limit) {
    this.wait = wait;
    this.pool = pool;
    this.figures = pool.figures();
    this.limit = limit;
    this.deep = Math.min(limit, wait.pool().selfWaitPeak());
  }

  Finding tell(String id) {
    return new Finding(
        Instant.now(),
        id,
        Kind.POOL_SELF_WAIT,
        Certainty.POSSIBLE,
        summary(),
        List.of(waiter()),
        List.of(use()),
        0,
        null,
        null,
        Advice.OWN_POOL);
  }

  private String summary() {
    return figures.name()
        + ": a worker waited for a task of its own pool, and was lucky that another one was free;"
        + (" up to " + deep + " of " + limit + " workers waited so at once, and if all did, none")
        + " could go on";
  }

  /** The first worker that was seen waiting so, as it stood then. */
  private StuckThread waiter() {
    String name = "";
    boolean virtual = false;
    for (Thread worker : pool.counts().workers()) {
      if (Threads.id(worker) == wait.threadId()) {
        name = Threads.name(worker);
        virtual = Threads.isVirtual(worker);
      }
    }
    LockUse waited =
        new LockUse(
            WaitType.FUTURE,
            "java.util.concurrent.Future",
            null,
            null,
            place(wait.waitSite()),
            wait.longestMillis() == 0 ? null : wait.longestMillis(),
            List.of());
    return new StuckThread(wait.threadId(), name, virtual, STATE, waited, List.of(), stack());
  }

  /** Without the frames of the hooks that took it. */
  private List<String> stack() {
    StackTraceElement[] stack = wait.takeStack();
    int hooks = 0;
    while (stack != null
        && hooks < stack.length
        && stack[hooks].getClassName().startsWith(SelfWait.class.getPackageName())) {
      hooks++;
    }
    return stack == null ? List.of() : Frames.text(Arrays.copyOfRange(stack, hooks, stack.length));
  }

  private PoolUse use() {
    return new PoolUse(
        figures.name(),
        figures.className(),
        figures.size(),
        figures.max(),
        deep,
        figures.queued(),
        awaited(),
        null,
        PoolLoads.of(figures));
  }

  private List<PoolUse.QueuedTask> awaited() {
    Class<?> type = wait.taskType();
    if (type == null) {
      List<Class<?>> types = SubmissionHooks.typesAt(wait.submitSite());
      type = types.isEmpty() ? null : types.get(0);
    }
    String name = type == null ? "a task" : TaskName.of(type);
    return List.of(new PoolUse.QueuedTask(name, place(wait.submitSite()), 1));
  }

  private static String place(int site) {
    Site known = SiteTable.get(site);
    return known == null ? null : known.toString();
  }
}
