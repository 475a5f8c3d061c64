package io.standstill.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What {@code docs/options.md} says must be what the code does. */
class OptionDocsTest {
  private final List<String> page = read();

  @Test
  void listsEveryOptionWordForWord() {
    int head = page.indexOf("| Option | Value | Default | What it does |");
    assertTrue(head >= 0, "the option table has lost its head");

    List<String> rows = page.stream().skip(head + 2).takeWhile(row -> row.startsWith("|")).toList();

    assertEquals(Option.values().stream().map(OptionDocsTest::row).toList(), rows);
  }

  @Test
  void quotesErrorsAsTheyAre() {
    assertQuoted("finding=f", new Properties());
    Properties properties = new Properties();
    properties.setProperty("standstill.intervall", "1s");
    assertQuoted(null, properties);
    assertQuoted("on-deadlock=stop", new Properties());
    assertQuoted("interval=10ms", new Properties());
  }

  private void assertQuoted(String argument, Properties properties) {
    OptionException wrong =
        assertThrows(
            OptionException.class,
            () -> OptionParser.parse(argument, properties, Map.of(), Path.of("")));
    assertTrue(page.contains(wrong.getMessage()), wrong.getMessage());
  }

  private static String row(Option<?> option) {
    return "| `"
        + option.key()
        + "` | `"
        + option.form().replace("|", "\\|")
        + "` | "
        + option.defaultWords()
        + " | "
        + option.description()
        + " |";
  }

  private static List<String> read() {
    try {
      return Files.readAllLines(Path.of("../../docs/options.md"));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
