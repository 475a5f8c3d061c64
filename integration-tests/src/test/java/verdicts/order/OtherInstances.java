package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Two classes lock each other's objects, in this run never the same ones. */
@Predicted(
    certainty = "possible",
    threads = {"a", "b"},
    summary = "might meet")
public final class OtherInstances {
  private static final class Order {
    private int changes;

    synchronized void bookOn(Customer customer) {
      customer.note();
      changes++;
    }

    synchronized void touch() {
      changes++;
    }
  }

  private static final class Customer {
    private int changes;

    synchronized void note() {
      changes++;
    }

    synchronized void rename(Order open) {
      open.touch();
      changes++;
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Order order = new Order();
    Customer customer = new Customer();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> order.bookOn(new Customer()))),
        Stage.start("b", () -> luck.turn(1, () -> customer.rename(new Order()))));
    System.out.println(order.changes + customer.changes);
  }
}
