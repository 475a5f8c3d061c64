package hangs;

import java.util.concurrent.Executors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import verdicts.Stage;

/** Reactor: the only thread of a scheduler waits for values that it should produce itself. */
public final class ReactorOwnScheduler {
  public static void main(String[] args) {
    Scheduler scheduler =
        Schedulers.fromExecutorService(
            Executors.newSingleThreadExecutor(task -> new Thread(task, "lane-1")));
    Flux<Integer> inner = Flux.range(0, 5).subscribeOn(scheduler);
    Mono.fromCallable(() -> inner.map(n -> n + 1).blockLast()).subscribeOn(scheduler).subscribe();
    Stage.stuckNamed("lane-1");
  }
}
