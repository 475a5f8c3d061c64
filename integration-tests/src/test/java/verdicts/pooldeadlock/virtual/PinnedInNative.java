package verdicts.pooldeadlock.virtual;

import verdicts.Native;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** C code on the only carrier calls back into Java, which waits for a virtual thread there. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    summary = "sorter",
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1",
      "--enable-native-access=ALL-UNNAMED"
    })
public final class PinnedInNative {
  public static void main(String[] args) {
    Thread sorter =
        Virtual.start(
            "sorter",
            () ->
                Native.callBack(
                    () -> Virtual.start("helper", () -> System.out.println("never")).join()));
    Stage.stuck(sorter);
  }
}
