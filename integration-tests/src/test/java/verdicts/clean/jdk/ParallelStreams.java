package verdicts.clean.jdk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import verdicts.Clean;

/** Parallel streams and sorts, with a lock inside. */
@Clean
public final class ParallelStreams {
  public static void main(String[] args) {
    ReentrantLock lock = new ReentrantLock();
    AtomicInteger count = new AtomicInteger();
    int sum =
        IntStream.range(0, 20_000)
            .parallel()
            .map(
                n -> {
                  lock.lock();
                  try {
                    return count.incrementAndGet() > 0 ? 1 : 0;
                  } finally {
                    lock.unlock();
                  }
                })
            .sum();
    System.out.println(sum);
  }
}
