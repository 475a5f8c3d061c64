package exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka clients as an application uses them, from its own pools, whose broker is not there: they
 * give up in bounded time, and close.
 */
public final class KafkaWithoutBroker {
  private static final String NOBODY = "127.0.0.1:1";
  private static final Duration END = Duration.ofSeconds(5);

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Future<String> consumed = pool.submit(KafkaWithoutBroker::consume);
    Future<String> asked = pool.submit(KafkaWithoutBroker::ask);
    Map<String, Object> options = Map.of("bootstrap.servers", NOBODY, "max.block.ms", "1500");
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(options, new StringSerializer(), new StringSerializer());
    List<Future<String>> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ProducerRecord<String, String> order = new ProducerRecord<>("orders", "order " + i);
      sent.add(pool.submit(() -> outcome(producer.send(order))));
    }
    for (Future<String> each : sent) {
      System.out.println(each.get());
    }
    producer.close(END);
    System.out.println(asked.get());
    System.out.println(consumed.get());
    pool.shutdown();
    System.out.println("closed");
  }

  private static String ask() throws InterruptedException {
    Map<String, Object> options =
        Map.of(
            "bootstrap.servers", NOBODY,
            "default.api.timeout.ms", "1500",
            "request.timeout.ms", "1000");
    try (Admin admin = Admin.create(options)) {
      return outcome(admin.describeCluster().nodes());
    }
  }

  /** Polls in one thread until another one wakes it up. */
  private static String consume() throws Exception {
    Map<String, Object> options = Map.of("bootstrap.servers", NOBODY, "group.id", "shop");
    ExecutorService lane = Executors.newSingleThreadExecutor();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(options, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("orders"));
      Future<?> alarm =
          lane.submit(
              () -> {
                Thread.sleep(2_000);
                consumer.wakeup();
                return null;
              });
      try {
        return "records: " + consumer.poll(Duration.ofMinutes(1)).count();
      } catch (WakeupException woken) {
        alarm.get();
        return "woken";
      }
    } finally {
      lane.shutdown();
    }
  }

  private static String outcome(Future<?> result) throws InterruptedException {
    try {
      return "answered: " + result.get();
    } catch (ExecutionException unanswered) {
      return unanswered.getCause().getClass().getName();
    }
  }
}
