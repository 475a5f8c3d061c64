package io.standstill.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Flight recordings of another JVM, made and read by the JDK's own tools. */
record Recordings(ForkedJvm app, Jdk jdk) {
  private static final String EVENT = "io.standstill.Finding";

  /** Begins one more. */
  void start() throws Exception {
    jcmd("JFR.start");
  }

  /** Waits until the first recording knows of the agent's event; fails if that never happens. */
  void awaitRegistration(Duration atMost) {
    if (!Waiting.until(this::isRegistered, atMost)) {
      throw new AssertionError("no such event: " + app.everything());
    }
  }

  private boolean isRegistered() {
    dump(1);
    try (RecordingFile file = new RecordingFile(file(1))) {
      return file.readEventTypes().stream().anyMatch(type -> type.getName().equals(EVENT));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Dumps a recording, the first being 1, until it has so many of the agent's events in a state;
   * returns them. Each dump begins a new part of the recording.
   */
  List<RecordedEvent> await(int recording, String state, int count, Duration atMost) {
    Waiting.until(() -> dumped(recording, state).size() >= count, atMost);
    return dumped(recording, state);
  }

  private List<RecordedEvent> dumped(int recording, String state) {
    dump(recording);
    try {
      List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(file(recording)));
      events.removeIf(event -> !event.getEventType().getName().equals(EVENT));
      events.removeIf(event -> !event.getString("state").equals(state));
      return events;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void dump(int recording) {
    String answer = jcmd("JFR.dump", "name=" + recording, "filename=" + file(recording));
    if (!answer.contains("Dumped recording")) {
      throw new AssertionError(answer);
    }
  }

  /** What {@code jfr print} says of the first recording, once it was dumped. */
  String printed() {
    return run(List.of(jdk.command("jfr"), "print", "--events", EVENT, file(1).toString()));
  }

  /** What JDK Mission Control shows of the first recording, once it was dumped. */
  List<Map<String, String>> inMissionControl() {
    return MissionControl.events(file(1));
  }

  private Path file(int recording) {
    return app.directory().resolve("recording-" + recording + ".jfr");
  }

  private String jcmd(String... arguments) {
    List<String> command = new ArrayList<>(List.of(jdk.command("jcmd"), Long.toString(app.pid())));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(ForkedJvm::changesTheJvm);
      Process process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
