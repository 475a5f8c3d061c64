package io.standstill.recorder;

import java.util.concurrent.Executor;

/** Called where threads begin, hand over work, or wait for its end: see {@link ForkLog}. */
public final class ForkHooks {
  private ForkHooks() {}

  /** Before {@code start()}; the receiver may turn out to be no thread. */
  public static void starting(Object receiver) {
    if (Order.isOn() && receiver instanceof Thread started) {
      log(ForkLog.Kind.START, Journals.current(), started);
    }
  }

  /** Before a task is handed over, or a thread is started that has no name yet. */
  public static void forking() {
    if (Order.now() > 0) {
      log(ForkLog.Kind.FORK, Journals.current(), null);
    }
  }

  /** Before a wait that may hand over the tasks it waits for, as {@code invokeAll} does. */
  static void awaiting(Object awaited) {
    if (Order.now() > 0 && awaited instanceof Executor) {
      forking();
    }
  }

  /** Before a function is attached to a stage: a done one runs it at once, or hands it over. */
  public static void attaching(Object stage) {
    if (Order.now() <= 0) {
      return;
    }
    try {
      Journal own = Journals.current();
      if (own != null && StagedFutures.isStage(stage) && !StagedFutures.isPending(stage)) {
        awaited(own);
      }
      log(ForkLog.Kind.FORK, own, null);
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /**
   * Before the function of a stage runs, or is handed over, by who completed what it is for: it
   * comes after all that led to that, and after what was done before it was attached.
   */
  public static void firing(Object completion) {
    if (Order.now() <= 0) {
      return;
    }
    try {
      Journal own = Journals.current();
      if (own != null) {
        awaited(own);
        if (StagedFutures.isAsynchronous(completion)) {
          log(ForkLog.Kind.FORK, own, null);
        }
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /** After {@code Thread.join}; the pending slot still names the thread. */
  static void joined(Journal own) {
    if (Order.now() > 0 && own.pending() instanceof Thread joined && !joined.isAlive()) {
      log(ForkLog.Kind.JOIN, own, joined);
    }
  }

  /** Before a wait for a result or at a gate. */
  static void waiting(Journal own) {
    own.awaits = true;
  }

  /** After it. */
  static void awaited(Journal own) {
    own.awaits = true;
    settle(own);
  }

  /** Before a wait of which only the receiver can tell whether it is one. */
  public static void passing(boolean waits) {
    Journal own = waits ? Journals.current() : null;
    if (own != null) {
      waiting(own);
    }
  }

  /** After it. */
  public static void passed(boolean waited) {
    Journal own = waited && Order.now() > 0 ? Journals.current() : null;
    if (own != null) {
      awaited(own);
    }
  }

  /**
   * Notes a wait that is over. One that ended by an exception, as that of a task which failed, is
   * noted with whatever the thread does next that matters: at the latest when it takes a lock
   * inside of another.
   */
  static void settle(Journal own) {
    if (own.awaits) {
      own.awaits = false;
      if (Order.now() > 0) {
        add(ForkLog.Kind.AWAIT, own, null);
      }
    }
  }

  private static void log(ForkLog.Kind kind, Journal own, Thread other) {
    if (own != null) {
      settle(own);
      add(kind, own, other);
    }
  }

  private static void add(ForkLog.Kind kind, Journal own, Thread other) {
    try {
      ForkLog log = own.forkLog();
      if (other != null) {
        log.thread(kind, Journals.id(other));
      } else if (kind == ForkLog.Kind.FORK) {
        log.fork();
      } else {
        log.waited();
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }
}
