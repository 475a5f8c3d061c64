package verdicts.stall;

import java.util.concurrent.CompletableFuture;
import verdicts.Stage;
import verdicts.Verdict;

/** The thread that was to complete the future ends by an exception that it merely writes down. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "waiter",
    summary = {"future", "asker"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DeadCompleter {
  private static String ask(CompletableFuture<String> answer) {
    Stage.sleep(20_000);
    if (!answer.isDone()) {
      throw new IllegalStateException("no connection");
    }
    return "yes";
  }

  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread waiter = Stage.start("waiter", () -> System.out.println(answer.join()));
    Thread asker =
        new Thread(
            () -> {
              try {
                String text = ask(answer);
                answer.complete(text);
              } catch (IllegalStateException lost) {
                System.out.println(lost.getMessage());
              }
            },
            "asker");
    asker.start();
    Stage.join(asker);
    Stage.stuck(waiter);
  }
}
