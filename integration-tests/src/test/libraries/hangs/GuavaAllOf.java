package hangs;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.Executors;
import verdicts.Stage;

/** Guava: the only worker waits for futures that are made from others, whose tasks are queued. */
public final class GuavaAllOf {
  public static void main(String[] args) {
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(
            Executors.newSingleThreadExecutor(task -> new Thread(task, "lane-1")));
    pool.submit(
        () -> {
          ListenableFuture<Integer> price = pool.submit(() -> 20);
          ListenableFuture<Integer> gross = Futures.transform(price, net -> net + 4, pool);
          return Futures.getUnchecked(Futures.allAsList(gross, pool.submit(() -> 7)));
        });
    Stage.stuckNamed("lane-1");
  }
}
