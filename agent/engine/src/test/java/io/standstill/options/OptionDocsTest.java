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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/options.md} says must be what the code does. */
class OptionDocsTest {
  private final List<String> page = read();

  @Test
  void listsEveryOptionWordForWord() {
    int head = page.indexOf("| Option | Value | Default | What it does |");
    assertTrue(head >= 0, "the option table has lost its head");

    List<String> rows = page.stream().skip(head + 2).takeWhile(row -> row.startsWith("|")).toList();

    assertEquals(Stream.of(Option.values()).map(OptionDocsTest::row).toList(), rows);
  }

  @Test
  void namesDefaultsThatAreTheDefaults() {
    Options defaults = OptionParser.parse(null, new Properties(), Map.of(), Path.of(""));

    assertEquals(Option.INTERVAL.defaultValue(), defaults.interval().toMillis() + "ms");
    assertEquals(Option.POOL_THRESHOLD.defaultValue(), defaults.poolThreshold().toSeconds() + "s");
    assertEquals(Option.LOCK_THRESHOLD.defaultValue(), defaults.lockThreshold().toSeconds() + "s");
    assertEquals(Option.GRACE.defaultValue(), defaults.grace().toSeconds() + "s");
    assertEquals(
        Option.STALL_THRESHOLD.defaultValue(), defaults.stallThreshold().toSeconds() + "s");
    assertTrue(
        Option.ON_DEADLOCK.description().contains("(" + OptionParser.DEFAULT_HALT_STATUS + " if"));
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

  private static String row(Option option) {
    return "| `"
        + option.key()
        + "` | `"
        + option.form().replace("|", "\\|")
        + "` | "
        + option.defaultValue()
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
