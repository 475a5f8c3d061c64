package verdicts;

import java.util.ArrayDeque;
import java.util.Deque;

/** A pool of objects such as applications write them, with the names that libraries use. */
public final class Rack {
  private final Deque<Bike> idle = new ArrayDeque<>();
  private final int maxTotal;
  private int made;

  /** What it lends. */
  public static final class Bike {
    private final int number;

    Bike(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }
  }

  public Rack(int maxTotal) {
    this.maxTotal = maxTotal;
  }

  /** Waits until there is one. */
  public synchronized Bike borrowObject() throws InterruptedException {
    while (idle.isEmpty() && made == maxTotal) {
      wait();
    }
    return idle.isEmpty() ? new Bike(++made) : idle.pop();
  }

  public synchronized void returnObject(Object bike) {
    idle.push((Bike) bike);
    notifyAll();
  }
}
