package verdicts.clean.pools.virtual;

import verdicts.Clean;
import verdicts.Native;
import verdicts.Stage;
import verdicts.Virtual;

/** C code pins one of two carriers while its callback waits for a virtual thread: on the other. */
@Clean(
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=2",
      "-Djdk.virtualThreadScheduler.maxPoolSize=2",
      "--enable-native-access=ALL-UNNAMED"
    })
public final class PinnedInNativeWithOneMore {
  public static void main(String[] args) throws Exception {
    Thread sorter =
        Virtual.start(
            "sorter",
            () -> Native.callBack(() -> Virtual.start("helper", () -> Stage.longPause()).join()));
    Stage.join(sorter);
    System.out.println("sorted");
  }
}
