package verdicts.clean.coordination;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import verdicts.Clean;
import verdicts.Stage;

/** Queues full and empty in turn, of every kind. */
@Clean
public final class BlockingQueues {
  public static void main(String[] args) throws Exception {
    int sum = 0;
    for (BlockingQueue<Integer> queue :
        List.of(
            new ArrayBlockingQueue<Integer>(2),
            new LinkedBlockingQueue<Integer>(2),
            new SynchronousQueue<Integer>())) {
      Thread producer =
          Stage.start(
              "producer",
              () -> {
                for (int i = 0; i < 2_000; i++) {
                  queue.put(1);
                }
              });
      for (int i = 0; i < 2_000; i++) {
        sum += queue.take();
        if (i == 1_000) {
          Stage.sleep(700);
        }
      }
      producer.join();
    }
    System.out.println(sum);
  }
}
