package io.standstill.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/findings.md} says a type can be must be what the code says. */
class WaitTypeDocsTest {
  private static final Pattern LIST = Pattern.compile("`type` is one of ([^.]*)\\.");
  private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

  @Test
  void listsEveryTypeAndNoOther() throws IOException {
    Matcher list = LIST.matcher(Files.readString(Path.of("../../docs/findings.md")));
    assertTrue(list.find(), "the list of types has lost its beginning");

    Set<String> known = new TreeSet<>();
    for (WaitType type : WaitType.values()) {
      known.add(type.toString());
    }
    Set<String> listed = new TreeSet<>();
    WORD.matcher(list.group(1)).results().forEach(word -> listed.add(word.group(1)));
    assertEquals(known, listed);
  }
}
