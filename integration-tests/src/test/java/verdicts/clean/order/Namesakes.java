package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/** Two classes have one simple name, and each has a lock of its own, on its side of a row. */
@Clean
public final class Namesakes {
  private static final class Row {
    synchronized int length() {
      return 1;
    }

    synchronized int takeInside(Customers.Cache customers) {
      return customers.take();
    }
  }

  private static final class Orders {
    private static final class Cache {
      private final Object lock = new Object();

      int takeAround(Row row) {
        synchronized (lock) {
          return row.length();
        }
      }
    }
  }

  private static final class Customers {
    private static final class Cache {
      private final Object lock = new Object();

      int take() {
        synchronized (lock) {
          return 1;
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Row one = new Row();
    Row other = new Row();
    Orders.Cache orders = new Orders.Cache();
    Customers.Cache customers = new Customers.Cache();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> orders.takeAround(one))),
        Stage.start("b", () -> luck.turn(1, () -> other.takeInside(customers))));
    System.out.println("done");
  }
}
