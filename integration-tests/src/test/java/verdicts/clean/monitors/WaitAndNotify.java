package verdicts.clean.monitors;

import java.util.ArrayDeque;
import java.util.Deque;
import verdicts.Clean;
import verdicts.Stage;

/** Producers and a consumer that wait for each other, with other monitors held. */
@Clean
public final class WaitAndNotify {
  private final Deque<Integer> items = new ArrayDeque<>();

  synchronized void put(int item) throws InterruptedException {
    while (items.size() == 4) {
      wait();
    }
    items.add(item);
    notifyAll();
  }

  synchronized int take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    notifyAll();
    return items.remove();
  }

  public static void main(String[] args) throws Exception {
    WaitAndNotify queue = new WaitAndNotify();
    Thread[] producers = new Thread[3];
    for (int i = 0; i < producers.length; i++) {
      Object own = new Object();
      producers[i] =
          Stage.start(
              "producer-" + i,
              () -> {
                synchronized (own) {
                  for (int n = 0; n < 10_000; n++) {
                    queue.put(1);
                  }
                }
              });
    }
    int sum = 0;
    for (int n = 0; n < 30_000; n++) {
      sum += queue.take();
    }
    Stage.join(producers);
    System.out.println(sum);
  }
}
