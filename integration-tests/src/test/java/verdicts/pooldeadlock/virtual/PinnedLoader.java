package verdicts.pooldeadlock.virtual;

import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A class loader called by the JVM is pinned too: it joins a virtual thread without a carrier. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    summary = "loading",
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public final class PinnedLoader {
  /** Fetches a class with the help of another thread. */
  static final class Fetching extends ClassLoader {
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Thread fetching = Virtual.start("fetching", () -> System.out.println("never"));
      try {
        fetching.join();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      throw new ClassNotFoundException(name);
    }
  }

  public static void main(String[] args) {
    ClassLoader loader = new Fetching();
    Stage.stuck(Virtual.start("loading", () -> Class.forName("remote.Thing", false, loader)));
  }
}
