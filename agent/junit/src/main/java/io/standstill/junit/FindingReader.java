package io.standstill.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.openmbean.CompositeData;

/** Reads a row of the agent's table of findings. */
final class FindingReader {
  /** As {@link StackTraceElement} writes itself, without loader and module. */
  private static final Pattern FRAME =
      Pattern.compile("(?<class>.+)\\.(?<method>[^.(]+)\\((?<file>[^:)]*)(:(?<line>\\d+))?\\)");

  private static final int NATIVE = -2;

  private FindingReader() {}

  static Finding read(CompositeData row) {
    List<StuckThread> threads = new ArrayList<>();
    for (CompositeData thread : (CompositeData[]) row.get("stuckThreads")) {
      threads.add(thread(thread));
    }
    return new Finding(
        (String) row.get("id"),
        (String) row.get("kind"),
        Certainty.of((String) row.get("certainty")),
        (String) row.get("summary"),
        (String) row.get("text"),
        Instant.parse((String) row.get("since")),
        row.get("endsInMillis") != null,
        threads);
  }

  private static StuckThread thread(CompositeData row) {
    return new StuckThread(
        (long) row.get("id"),
        (String) row.get("name"),
        (Long) row.get("waitedMillis"),
        Arrays.stream((String[]) row.get("stack")).map(FindingReader::frame).toList());
  }

  /** What does not look like a frame becomes one that shows the text. */
  static StackTraceElement frame(String text) {
    Matcher frame = FRAME.matcher(text);
    if (!frame.matches()) {
      return new StackTraceElement("", text, null, -1);
    }
    String file = frame.group("file");
    String line = frame.group("line");
    if (file.equals("Native Method")) {
      return new StackTraceElement(frame.group("class"), frame.group("method"), null, NATIVE);
    }
    return new StackTraceElement(
        frame.group("class"),
        frame.group("method"),
        file.equals("Unknown Source") ? null : file,
        line == null ? -1 : Integer.parseInt(line));
  }
}
