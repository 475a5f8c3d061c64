package hangs;

import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import verdicts.Stage;

/** Reactor: the only thread of a scheduler waits for a future of what it should produce itself. */
public final class ReactorToFuture {
  public static void main(String[] args) {
    Scheduler scheduler =
        Schedulers.fromExecutorService(
            Executors.newSingleThreadExecutor(task -> new Thread(task, "lane-1")));
    Mono<Integer> inner = Mono.fromCallable(() -> 20).map(n -> n + 1).subscribeOn(scheduler);
    Mono.fromCallable(() -> inner.toFuture().get()).subscribeOn(scheduler).subscribe();
    Stage.stuckNamed("lane-1");
  }
}
