package verdicts.clean.pools.virtual;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Virtual;

/** Executors of virtual threads and of plain ones are closed by a worker of another executor. */
@Clean(since = 21)
public final class ClosedByOthers {
  public static void main(String[] args) throws Exception {
    Method close = ExecutorService.class.getMethod("close");
    ExecutorService perTask = Virtual.executor("task-");
    ExecutorService fixed = Pools.fixed("fixed", 1);
    ExecutorService closer = Virtual.executor("closer-");
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      perTask.submit(
          () -> {
            Stage.longPause();
            return done.incrementAndGet();
          });
      fixed.submit(
          () -> {
            Stage.sleep(700);
            return done.incrementAndGet();
          });
    }
    Future<Object> one = closer.submit(() -> close.invoke(perTask));
    Future<Object> other = closer.submit(() -> close.invoke(fixed));
    one.get();
    other.get();
    close.invoke(closer);
    System.out.println(done + " " + perTask.isTerminated() + " " + fixed.isTerminated());
  }
}
