package verdicts.clean.stalls;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import verdicts.Clean;
import verdicts.Stage;

/**
 * As {@code MutualMemo}, but a user breaks the circle by what is typed at last, and the code of who
 * waits for that does not tell so.
 */
@Clean(typed = true, options = "stall-threshold=1s")
public final class MutualButTyped {
  private static final class Console {
    static final Map<Integer, Runnable> COMMANDS = new HashMap<>();

    static void obey() throws IOException {
      System.out.println("what now?");
      COMMANDS.get(System.in.read()).run();
    }
  }

  private static void addOne(CompletableFuture<Integer> key, CompletableFuture<Integer> source) {
    key.complete(source.join() + 1);
  }

  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<Integer> price = new CompletableFuture<>();
    CompletableFuture<Integer> tax = new CompletableFuture<>();
    Console.COMMANDS.put((int) '\n', () -> tax.complete(4));
    Thread console = Stage.start("console", Console::obey);
    Thread helper = Stage.start("helper", () -> addOne(tax, price));
    addOne(price, tax);
    Stage.join(console, helper);
    System.out.println(price.join() + tax.join());
  }
}
