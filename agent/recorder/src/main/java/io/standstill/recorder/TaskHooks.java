package io.standstill.recorder;

/**
 * Called around the tasks of thread pools and the functions of asynchronous futures, so that it is
 * known who runs what. Tasks are not wrapped: their identity, order and type stay what they are.
 */
public final class TaskHooks {
  private TaskHooks() {}

  /** Before a worker of a pool runs its first task; null if it was given none. */
  public static void starting(Object task, Object pool) {
    Journal own = task == null ? null : Journals.current();
    if (own != null) {
      try {
        start(task, pool, own.work());
      } catch (Throwable failure) {
        Failures.count(failure);
      }
    }
  }

  /**
   * Before a worker runs a task that is not its first; null if there is none.
   *
   * @param work what {@link #ended} has returned in the same thread
   */
  public static void next(Object task, Object pool, Object work) {
    if (!(work instanceof Work)) {
      starting(task, pool);
    } else if (task != null) {
      try {
        start(task, pool, (Work) work);
      } catch (Throwable failure) {
        Failures.count(failure);
      }
    }
  }

  private static void start(Object task, Object pool, Work work) {
    work.begin(task);
    PoolRecord record = work.recordOf(pool);
    if (record != null && record.wantsStart()) {
      record.starting(task, work);
    }
  }

  /**
   * After a task, whichever way it ended. Harmless when called twice.
   *
   * @return for {@link #next}; may be null
   */
  public static Object ended() {
    Journal own = Journals.current();
    Work work = own == null ? null : own.work;
    if (work != null) {
      try {
        work.end();
      } catch (Throwable failure) {
        Failures.count(failure);
      }
    }
    return work;
  }

  /** Before a thread runs the function whose result completes this future. */
  public static void completing(Object future) {
    try {
      Journal own = Journals.current();
      if (own != null) {
        Work work = own.work();
        work.push(future);
      }
    } catch (Throwable failure) {
      Failures.count(failure); // A stack overflow, say: the JDK completes the future if it gets on.
    }
  }

  /** After the function, whichever way it ended. */
  public static void completed() {
    Journal own = Journals.current();
    if (own != null && own.work != null) {
      own.work.pop();
    }
  }

  /** When a thread leaves a pool: its journal must not keep the pool alive. */
  public static void left() {
    ended();
    Journal own = Journals.current();
    if (own != null && own.work != null) {
      own.work.leave();
    }
  }

  /** Goes through the hooks once, so that no thread of the application has to link them. */
  public static void rehearse() {
    starting(TaskHooks.class, TaskHooks.class);
    next(TaskHooks.class, TaskHooks.class, ended());
    completing(null);
    completed();
    ended();
    SubmissionHooks.submitting(TaskHooks.class, 0);
    AwaitHooks.awaited(AwaitHooks.awaiting(TaskHooks.class, null, 0));
    ReleaseHistory.handedOver(TaskHooks.class);
  }
}
