package io.standstill.recorder;

/**
 * Called around the tasks of thread pools and the functions of asynchronous futures, so that it is
 * known who runs what. Tasks are not wrapped: their identity, order and type stay what they are.
 */
public final class TaskHooks {
  private TaskHooks() {}

  /** Before a worker of a pool runs a task; null if it was given none. */
  public static void starting(Object task, Object pool) {
    if (task == null) {
      return;
    }
    Journal own = Journals.current();
    if (own == null) {
      return;
    }
    try {
      Work work = own.work();
      work.moves++;
      work.task = task;
      work.began = Order.now();
      PoolRecord record = work.recordOf(pool);
      if (record != null && record.wantsStart()) {
        record.starting(task, work);
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /** After a task, whichever way it ended. Harmless when called twice. */
  public static void ended() {
    Journal own = Journals.current();
    if (own != null && own.work != null) {
      own.work.moves++;
      try {
        own.work.end();
      } catch (Throwable failure) {
        Failures.count(failure);
      }
    }
  }

  /** Before a thread runs the function whose result completes this future. */
  public static void completing(Object future) {
    try {
      Journal own = Journals.current();
      if (own != null) {
        Work work = own.work();
        work.moves++;
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
      own.work.moves++;
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
    completing(null);
    completed();
    ended();
    SubmissionHooks.submitting(TaskHooks.class, 0);
    AwaitHooks.awaited(AwaitHooks.awaiting(TaskHooks.class, null, 0));
    ReleaseHistory.handedOver(TaskHooks.class);
  }
}
