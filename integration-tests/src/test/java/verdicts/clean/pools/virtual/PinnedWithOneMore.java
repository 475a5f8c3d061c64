package verdicts.clean.pools.virtual;

import java.util.concurrent.CompletableFuture;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/** A class initialiser pins one of two carriers while it waits for a virtual thread: the other. */
@Clean(
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=2",
      "-Djdk.virtualThreadScheduler.maxPoolSize=2"
    })
public final class PinnedWithOneMore {
  static final CompletableFuture<String> found = new CompletableFuture<>();

  /** Needs a helper to know its value. */
  static final class Config {
    static final String value;

    static {
      Thread helper = Virtual.start("helper", PinnedWithOneMore::find);
      try {
        helper.join();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      value = found.join();
    }
  }

  static void find() {
    Stage.longPause();
    found.complete("configured");
  }

  public static void main(String[] args) throws Exception {
    Thread first = Virtual.start("first", () -> System.out.println(Config.value));
    Stage.join(first);
    Stage.join(Virtual.start("second", () -> System.out.println(Config.value)));
  }
}
