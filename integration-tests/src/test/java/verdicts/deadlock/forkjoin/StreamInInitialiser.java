package verdicts.deadlock.forkjoin;

import java.util.stream.IntStream;
import verdicts.Stage;
import verdicts.Verdict;

/** The lambda of a parallel stream belongs to the class whose initialiser waits for the stream. */
@Verdict(
    kind = "class-init-deadlock",
    certainty = "likely",
    summary = {"initialises", "ForkJoinPool.commonPool-worker-"},
    flags = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2")
public final class StreamInInitialiser {
  private static final class Table {
    static final int[] VALUES = new int[1];

    static {
      IntStream.range(0, 64).parallel().forEach(Table::set);
    }

    private static void set(int index) {
      Stage.sleep(20);
      VALUES[0] = index;
    }
  }

  public static void main(String[] args) {
    Thread initialises = Stage.start("initialises", () -> System.out.println(Table.VALUES[0]));
    Stage.stuck(initialises);
  }
}
