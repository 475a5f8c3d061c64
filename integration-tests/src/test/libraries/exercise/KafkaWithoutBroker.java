package exercise;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Kafka producer whose broker is not there: it gives up in bounded time, and closes. */
public final class KafkaWithoutBroker {
  public static void main(String[] args) throws Exception {
    Map<String, Object> options =
        Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", "1500");
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(options, new StringSerializer(), new StringSerializer());
    try {
      producer.send(new ProducerRecord<>("orders", "1")).get();
      System.out.println("sent to nobody");
    } catch (ExecutionException unsent) {
      System.out.println(unsent.getCause().getClass().getName());
    }
    producer.close(Duration.ofSeconds(5));
    System.out.println("closed");
  }
}
