package verdicts.clean.locks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Many walk a list hand over hand: the next lock is taken before the last is given back. */
@Clean
public final class HandOverHand {
  public static void main(String[] args) throws Exception {
    ReentrantLock[] nodes = new ReentrantLock[50];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new ReentrantLock();
    }
    AtomicInteger walks = new AtomicInteger();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "walker-" + i,
              () -> {
                for (int n = 0; n < 500; n++) {
                  nodes[0].lock();
                  for (int at = 1; at < nodes.length; at++) {
                    nodes[at].lock();
                    nodes[at - 1].unlock();
                  }
                  nodes[nodes.length - 1].unlock();
                  walks.incrementAndGet();
                }
              });
    }
    Stage.join(threads);
    System.out.println(walks);
  }
}
