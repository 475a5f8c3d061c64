package verdicts.clean.pools.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * The pool gets the very objects that the program gave it: in the queue, in {@code remove}, and in
 * the hooks before and after.
 */
@Clean
public final class TaskIdentity {
  /** A task of the program's own class, compared by a priority queue. */
  record Job(int number, AtomicInteger ran) implements Runnable, Comparable<Job> {
    @Override
    public void run() {
      ran.incrementAndGet();
    }

    @Override
    public int compareTo(Job other) {
      return Integer.compare(number, other.number);
    }
  }

  /** Notes what its hooks are given. */
  static final class NotingPool extends ThreadPoolExecutor {
    final List<Object> before = new ArrayList<>();
    final List<Object> after = new ArrayList<>();
    boolean terminated;

    NotingPool() {
      super(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Pools.named("noting"));
    }

    @Override
    protected void beforeExecute(Thread worker, Runnable task) {
      if (worker != Thread.currentThread()) {
        throw new IllegalStateException("not my worker");
      }
      before.add(task);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
      after.add(((Job) task).number());
    }

    @Override
    protected void terminated() {
      terminated = true;
    }
  }

  public static void main(String[] args) throws Exception {
    NotingPool pool = new NotingPool();
    AtomicInteger ran = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    pool.setThreadFactory(
        worker ->
            new Thread(
                () -> {
                  begun.countDown();
                  try {
                    gate.await();
                  } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                  }
                  worker.run();
                }));
    Job first = new Job(0, ran);
    pool.execute(first);
    begun.await();
    List<Job> jobs = new ArrayList<>();
    for (int i = 100; i > 0; i--) {
      Job job = new Job(i, ran);
      jobs.add(job);
      pool.execute(job);
    }
    Stage.longPause();
    System.out.println(pool.getQueue().size() + " " + (pool.getQueue().peek() == jobs.get(99)));
    System.out.println(pool.remove(jobs.get(0)) + " " + pool.remove(jobs.get(0)));
    System.out.println(pool.getQueue().contains(jobs.get(1)));
    gate.countDown();
    Pools.end(pool);
    System.out.println(ran + " " + (pool.before.get(0) == first) + " " + pool.terminated);
    System.out.println(pool.after);
  }
}
