package shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Shop {
  private final Lock cart = new ReentrantLock();
  private final Lock stock = new ReentrantLock();
  private final CountDownLatch both = new CountDownLatch(2);

  public static void main(String[] arguments) {
    SpringApplication.run(Shop.class, arguments);
  }

  @GetMapping("/price")
  String price() {
    cart.lock();
    try {
      stock.lock();
      stock.unlock();
      return "7";
    } finally {
      cart.unlock();
    }
  }

  @GetMapping("/order")
  String order() throws InterruptedException {
    return take(cart, stock);
  }

  @GetMapping("/refund")
  String refund() throws InterruptedException {
    return take(stock, cart);
  }

  private String take(Lock first, Lock second) throws InterruptedException {
    first.lock();
    try {
      both.countDown();
      both.await();
      second.lock();
      second.unlock();
      return "done";
    } finally {
      first.unlock();
    }
  }
}
