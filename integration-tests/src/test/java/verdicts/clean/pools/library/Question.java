package verdicts.clean.pools.library;

import java.util.concurrent.CompletableFuture;

/** Something that only the thread can answer that works off a queue. */
final class Question {
  private Question() {}

  /** Asks for a value, and waits until it is there. */
  static String askFor(String value, MainQueue queue) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    queue.add(() -> answer.complete(value));
    return answer.join();
  }
}
