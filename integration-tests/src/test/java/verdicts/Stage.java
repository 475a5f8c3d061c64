package verdicts;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the programs share: starting threads, and standing still. A hanging program says STUCK and
 * the time once its threads have come to rest, and then stands until it is told to go on by a line
 * on standard input, or until its parent is gone.
 */
public final class Stage {
  /** Long enough for several looks of the detector. */
  public static final long LONG_PAUSE_MILLIS = 2_000;

  /** Longer than the detector waits before it says what it is not sure of. */
  public static final long BEYOND_PATIENCE_MILLIS = 6_000;

  private static final int EQUAL_LOOKS = 4;

  /** Stacks with one of these mean that the thread has still to do something, or nothing yet. */
  private static final List<String> NOT_AT_REST =
      List.of("[]", "Meeting.meet", "ThreadPoolExecutor.getTask", "ForkJoinPool.awaitWork");

  private Stage() {}

  /** A running platform thread. */
  public static Thread start(String name, Body body) {
    Thread thread = new Thread(Body.task(body), name);
    thread.start();
    return thread;
  }

  /** Waits until all threads rest, says so, and stands. */
  public static void stuck(Thread... threads) {
    awaitRest(threads);
    for (Thread thread : threads) {
      if (!thread.isAlive()) {
        throw new IllegalStateException(thread.getName() + " is not stuck, it has ended");
      }
    }
    System.out.println("STUCK " + System.currentTimeMillis());
    stand("stuck");
  }

  /** The same for threads that a pool has started, which are known by their names. */
  public static void stuckNamed(String... names) {
    stuck(Stream.of(names).map(Stage::named).toArray(Thread[]::new));
  }

  /** The platform thread of that name; waits until there is one. */
  public static Thread named(String name) {
    while (true) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals(name)) {
          return thread;
        }
      }
      sleep(10);
    }
  }

  /**
   * Waits until all threads rest: each in one place for some looks, and neither in a meeting nor
   * idle in its pool.
   */
  public static void awaitRest(Thread... threads) {
    for (Thread thread : threads) {
      String last = "";
      int equal = 0;
      while (equal < EQUAL_LOOKS && thread.getState() != Thread.State.TERMINATED) {
        String now = Arrays.toString(thread.getStackTrace());
        equal = now.equals(last) && NOT_AT_REST.stream().noneMatch(now::contains) ? equal + 1 : 0;
        last = now;
        sleep(10);
      }
    }
  }

  /** Says a line, and stands until told to go on. */
  public static void say(String line) {
    System.out.println(line);
    stand(line);
  }

  /** Waits for threads to end. */
  public static void join(Thread... threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Lets the detector look several times. */
  public static void longPause() {
    sleep(LONG_PAUSE_MILLIS);
  }

  /** Lets the detector lose its patience. */
  public static void pauseBeyondPatience() {
    sleep(BEYOND_PATIENCE_MILLIS);
  }

  public static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void stand(String where) {
    try {
      if (System.in.read() < 0) {
        Runtime.getRuntime().halt(3);
      }
    } catch (IOException lost) {
      throw new IllegalStateException("nobody listens while " + where, lost);
    }
  }
}
