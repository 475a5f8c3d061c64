package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShopTest {
  @Autowired private TestRestTemplate client;

  @Test
  void price() {
    for (int i = 0; i < 200; i++) {
      assertEquals("7", client.getForObject("/price", String.class));
    }
  }

  @Test
  void orderWhileRefunding() throws Exception {
    CompletableFuture<String> refund =
        CompletableFuture.supplyAsync(() -> client.getForObject("/refund", String.class));
    assertEquals("done", client.getForObject("/order", String.class));
    assertEquals("done", refund.get());
  }
}
