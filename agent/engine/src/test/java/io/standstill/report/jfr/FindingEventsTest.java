package io.standstill.report.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Threads;
import io.standstill.report.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as someone who reads a recording finds them. */
class FindingEventsTest {
  private static final String NAME = "io.standstill.Finding";
  private static final List<Finding> ACTIVE = new CopyOnWriteArrayList<>();
  private static final FindingEvents EVENTS = FindingEvents.register(() -> ACTIVE);

  private final Thread self = Thread.currentThread();
  @TempDir private Path directory;

  @BeforeEach
  void forget() {
    ACTIVE.clear();
  }

  @Test
  void tellsThreadsLockSitesAndTimesOfAWait() throws Exception {
    Finding finding = finding("T1", Threads.id(self), 0);

    RecordedEvent event;
    try (Recording recording = started()) {
      EVENTS.tell(finding);
      event = only(recording);
    }

    assertEquals("T1", event.getString("findingId"));
    assertEquals("found", event.getString("state"));
    assertEquals("deadlock", event.getString("kind"));
    assertEquals("certain", event.getString("certainty"));
    assertEquals(finding.summary(), event.getString("summary"));
    assertEquals(self.getName(), event.getThread("waiter").getJavaName());
    assertNull(event.getThread("owner"), "no thread has this id");
    assertEquals("lock", event.getString("lockType"));
    assertEquals("bank.Account", event.getString("lockClass"));
    assertEquals("Bank.to", event.getString("lockName"));
    assertEquals("5f6a7b8c", event.getString("lockIdentity"));
    assertEquals("bank.Bank.transfer(Bank.java:41)", event.getString("waitSite"));
    assertEquals("bank.Bank.transfer(Bank.java:40)", event.getString("holdSite"));
    assertTrue(event.getDuration("waited").compareTo(Duration.ofMillis(1_204)) >= 0);
    assertEquals(0, event.getLong("held"), "not known");
    assertEquals(0, event.getLong("lasted"), "not over");
  }

  @Test
  void tellsAgainWhatLastsWhenARecordingBegins() throws Exception {
    ACTIVE.add(finding("T2", Threads.id(self), 0));

    try (Recording recording = started()) {
      RecordedEvent event = only(recording);
      assertEquals("T2", event.getString("findingId"));
      assertEquals("lasts", event.getString("state"));
      assertTrue(event.getDuration("waited").compareTo(Duration.ofHours(1)) > 0, "until now");
    }
  }

  @Test
  void saysOfASecondTellingThatItLasts() throws Exception {
    EVENTS.tell(finding("T3", Threads.id(self), 0));
    try (Recording recording = started()) {
      EVENTS.tell(finding("T3", Threads.id(self), 0));
      assertEquals("lasts", only(recording).getString("state"));
    }
  }

  @Test
  void tellsTheEndOnce() throws Exception {
    EVENTS.tell(finding("T4", Threads.id(self), 1));
    try (Recording recording = started()) {
      EVENTS.tell(finding("T4", Threads.id(self), 1).resolved(Instant.now(), 1_234));

      RecordedEvent event = only(recording);
      assertEquals("ended", event.getString("state"));
      assertEquals("T4", event.getString("findingId"));
      assertEquals(Duration.ofMillis(1_234), event.getDuration("lasted"));
    }
  }

  @Test
  void tellsAFindingWithoutThreads() throws Exception {
    try (Recording recording = started()) {
      EVENTS.tell(Findings.finding("T5", Certainty.POSSIBLE, 0, null));
      assertEquals("possible", only(recording).getString("certainty"));
    }
  }

  /** Of a wait that began long ago; or of two. */
  private static Finding finding(String id, long waiter, int more) {
    StuckThread one = thread(waiter);
    return more == 0
        ? Findings.finding(id, Certainty.CERTAIN, 0, null, one, holder())
        : Findings.finding(id, Certainty.CERTAIN, 0, null, one, one, holder());
  }

  private static StuckThread thread(long id) {
    return new StuckThread(
        id,
        "waiter",
        false,
        "WAITING",
        Findings.wanted(WaitType.LOCK, "5f6a7b8c", "Bank.to", 1_204L, Long.MAX_VALUE),
        List.of(),
        List.of());
  }

  private static StuckThread holder() {
    return new StuckThread(
        Long.MAX_VALUE,
        "gone",
        false,
        "TERMINATED",
        null,
        List.of(Findings.held(WaitType.LOCK, "5f6a7b8c", "Bank.to", null, 40)),
        List.of());
  }

  private static Recording started() {
    Recording recording = new Recording();
    recording.start();
    return recording;
  }

  private RecordedEvent only(Recording recording) throws IOException {
    recording.stop();
    Path file = directory.resolve("recording.jfr");
    recording.dump(file);
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals(NAME))
            .toList();
    assertEquals(1, events.size(), events::toString);
    return events.get(0);
  }
}
