package verdicts.order;

import java.util.ArrayList;
import java.util.List;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A publisher that calls its listeners under its lock, and one that unsubscribes under its own. */
@Predicted(threads = {"publisher", "listener"})
public final class Listeners {
  private static final class Publisher {
    private final List<Runnable> listeners = new ArrayList<>();

    synchronized void add(Runnable listener) {
      listeners.add(listener);
    }

    synchronized void publish() {
      listeners.forEach(Runnable::run);
    }
  }

  private static final class Listener implements Runnable {
    private int heard;

    @Override
    public synchronized void run() {
      heard++;
    }

    synchronized void subscribe(Publisher publisher) {
      publisher.add(this);
    }
  }

  public static void main(String[] args) throws Exception {
    Publisher publisher = new Publisher();
    Listener listener = new Listener();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("listener", () -> luck.turn(0, () -> listener.subscribe(publisher))),
        Stage.start("publisher", () -> luck.turn(1, publisher::publish)));
    System.out.println(listener.heard);
  }
}
