package verdicts.pooldeadlock.virtual;

import java.util.concurrent.CompletableFuture;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/**
 * A class initialiser on the only carrier waits for a virtual thread, which has no carrier to run
 * on: the one that waits is pinned to it.
 */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    summary = "initialiser",
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public final class PinnedInitialiser {
  static final CompletableFuture<String> found = new CompletableFuture<>();

  /** Needs a helper to know its value. */
  static final class Config {
    static final String value;

    static {
      Thread helper = Virtual.start("helper", PinnedInitialiser::find);
      try {
        helper.join();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      value = found.join();
    }
  }

  static void find() {
    found.complete("never");
  }

  public static void main(String[] args) {
    Stage.stuck(Virtual.start("initialiser", () -> System.out.println(Config.value)));
  }
}
