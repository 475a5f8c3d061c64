package io.standstill.it;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One line of the findings file, as a user's own program would read it. */
public record Told(JsonObject json) {
  /** What is known of a pool even if none of its tasks has ended. */
  private static final Set<String> FIGURES = Set.of("core", "remaining", "completed", "rejected");

  public String text(String key) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }

  public Long number(String key) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull() ? null : value.getAsLong();
  }

  public boolean isResolution() {
    return number("resolvedAfterMillis") != null;
  }

  /** Names of the threads that wait; a thread that has ended waits for nothing. */
  public Set<String> waitingThreads() {
    Set<String> names = new TreeSet<>();
    for (JsonObject thread : threads()) {
      if (present(thread, "waitsFor")) {
        names.add(thread.get("name").getAsString());
      }
    }
    return names;
  }

  public List<JsonObject> threads() {
    return objects(json.getAsJsonArray("threads"));
  }

  /** Names of the pools whose queues are part of it. */
  public Set<String> poolNames() {
    return objects(json.getAsJsonArray("pools")).stream()
        .map(pool -> pool.get("name").getAsString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names of those pools of the JDK's own that it does not tell the figures of. */
  Set<String> poolsWithoutFigures() {
    return objects(json.getAsJsonArray("pools")).stream()
        .filter(pool -> pool.get("class").getAsString().endsWith(".ThreadPoolExecutor"))
        .filter(pool -> !pool.keySet().containsAll(FIGURES))
        .map(pool -> pool.get("name").getAsString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The thread of that name. */
  public JsonObject thread(String name) {
    return threads().stream()
        .filter(thread -> thread.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no thread " + name + " in " + json));
  }

  public List<JsonObject> waits() {
    List<JsonObject> waits = new ArrayList<>();
    for (JsonObject thread : threads()) {
      if (present(thread, "waitsFor")) {
        waits.add(thread.getAsJsonObject("waitsFor"));
      }
    }
    return waits;
  }

  public List<JsonObject> holds() {
    List<JsonObject> holds = new ArrayList<>();
    threads().forEach(thread -> holds.addAll(objects(thread.getAsJsonArray("holds"))));
    return holds;
  }

  /**
   * Monitors and exclusive locks that a thread waits for and no thread of the finding holds: a
   * reader follows a cycle by these identities, so there must be none.
   */
  Set<String> wantedButNotHeld() {
    Set<String> wanted = identities(waits());
    wanted.removeAll(identities(holds()));
    return wanted;
  }

  private static Set<String> identities(List<JsonObject> locks) {
    return locks.stream()
        .filter(lock -> Set.of("monitor", "lock").contains(lock.get("type").getAsString()))
        .filter(lock -> present(lock, "identity"))
        .map(lock -> lock.get("identity").getAsString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines of the program's own source where threads wait, as {@code (File.java:12)}. */
  Set<String> placesOfWaits(VerdictProgram program) {
    return places(program, waits());
  }

  /** The lines of the program's own source where locks were taken. */
  Set<String> placesOfHolds(VerdictProgram program) {
    return places(program, holds());
  }

  private static Set<String> places(VerdictProgram program, List<JsonObject> locks) {
    Set<String> places = new TreeSet<>();
    for (JsonObject lock : locks) {
      String site = present(lock, "site") ? lock.get("site").getAsString() : "";
      if (site.startsWith(program.mainClass())) {
        places.add(site.substring(site.indexOf('(')));
      }
    }
    return places;
  }

  /** Names of the fields and variables that its locks came from. */
  public Set<String> lockNames() {
    Set<String> names = new TreeSet<>();
    Consumer<JsonObject> note =
        lock -> {
          if (present(lock, "name")) {
            names.add(lock.get("name").getAsString());
          }
        };
    waits().forEach(note);
    holds().forEach(note);
    return names;
  }

  public static boolean present(JsonObject object, String key) {
    return object.has(key) && !object.get(key).isJsonNull();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array == null
        ? List.of()
        : StreamSupport.stream(array.spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .toList();
  }
}
