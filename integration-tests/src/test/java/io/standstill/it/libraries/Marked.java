package io.standstill.it.libraries;

import com.google.gson.JsonObject;
import io.standstill.it.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a source that are marked {@code // holds} or {@code // waits}, as sites name them. */
final class Marked {
  private static final Pattern PLACE = Pattern.compile("\\(([^()]+:\\d+)\\)$");

  private Marked() {}

  /** All lines with the mark, as {@code file:line}. */
  static Set<String> lines(Path source, String mark) throws IOException {
    Set<String> places = new TreeSet<>();
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// " + mark)) {
        places.add(source.getFileName() + ":" + (i + 1));
      }
    }
    return places;
  }

  /** Where the finding says that threads wait. */
  static Set<String> waits(Told told) {
    Set<String> places = new TreeSet<>();
    told.waits().forEach(lock -> add(lock, places));
    return places;
  }

  /** Where the finding says that locks were taken. */
  static Set<String> holds(Told told) {
    Set<String> places = new TreeSet<>();
    told.holds().forEach(lock -> add(lock, places));
    return places;
  }

  private static void add(JsonObject lock, Set<String> places) {
    Matcher place = PLACE.matcher(Told.present(lock, "site") ? lock.get("site").getAsString() : "");
    places.add(place.find() ? place.group(1) : "nowhere");
  }
}
