package verdicts.order;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * The same with locks of the JDK: what they have in common is the field that they come from, by way
 * of a variable or as one of a pair.
 */
@Predicted(
    certainty = "possible",
    threads = {"a", "b"},
    summary = {"Order.lock", "Customer.names", "might meet"})
public final class LocksOfOtherInstances {
  private static final class Order {
    private final ReentrantLock lock = new ReentrantLock();
    private int changes;

    void bookOn(Customer customer) {
      Lock own = lock;
      own.lock();
      try {
        customer.rename();
        changes++;
      } finally {
        own.unlock();
      }
    }

    void touch() {
      lock.lock();
      changes++;
      lock.unlock();
    }
  }

  private static final class Customer {
    private final ReentrantReadWriteLock names = new ReentrantReadWriteLock();
    private int changes;

    void rename() {
      names.writeLock().lock();
      changes++;
      names.writeLock().unlock();
    }

    void readTo(Order open) {
      names.readLock().lock();
      try {
        open.touch();
      } finally {
        names.readLock().unlock();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Order order = new Order();
    Order other = new Order();
    Customer customer = new Customer();
    Customer another = new Customer();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> order.bookOn(another))),
        Stage.start("b", () -> luck.turn(1, () -> customer.readTo(other))));
    System.out.println(order.changes + another.changes);
  }
}
