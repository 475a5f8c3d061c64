package io.standstill.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongOptionTest {
  @TempDir Path directory;

  private final Properties properties = new Properties();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "finding=f ~ unknown option \"finding\"; did you mean \"findings\"?",
        "Findings=f ~ unknown option \"Findings\"; did you mean \"findings\"?",
        "on_deadlock=halt ~ unknown option \"on_deadlock\"; did you mean \"on-deadlock\"?",
        "verbose=1 ~ unknown option \"verbose\"; the options are enabled, findings, log, interval, pool-threshold,"
            + " lock-threshold, grace, order, order-limit, baseline, baseline-write, stall-threshold, include,"
            + " exclude, on-deadlock",
        "version=1 ~ unknown option \"version\"; the options are enabled, findings, log, interval, pool-threshold,"
            + " lock-threshold, grace, order, order-limit, baseline, baseline-write, stall-threshold, include,"
            + " exclude, on-deadlock",
        "findings ~ option findings needs a value: findings=FILE",
        "intervl ~ \"intervl\" is not key=value; did you mean \"interval\"?",
        "findings= ~ findings= needs the name of a file",
        "on-deadlock=stop ~ on-deadlock=stop is neither \"report\" nor \"halt[:status]\"",
        "on-deadlock=halt:0 ~ on-deadlock=halt:0: the status must be 1 to 255",
        "on-deadlock=halt:256 ~ on-deadlock=halt:256: the status must be 1 to 255",
        "interval=soon ~ interval=soon is no time; write 500ms, 2s, or 500 for milliseconds",
        "interval=49 ~ interval=49 is too short; the shortest is 50ms",
        "pool-threshold=100 ~ pool-threshold=100 is too short; the shortest is 500ms",
        "pool-threshold=25h ~ pool-threshold=25h is no time; write 500ms, 2s, or 500 for milliseconds",
        "lock-threshold=0 ~ lock-threshold=0 is too short; the shortest is 500ms",
        "grace=86401s ~ grace=86401s is too long; the longest is 86400s",
        "interval=61s ~ interval=61s is too long; the longest is 60s",
        "include=com/acme/* ~ include=com/acme/*: class names have dots; did you mean com.acme.*?",
        "include=; ~ include=; names no class; write a pattern such as com.acme.*",
        "exclude=a b ~ exclude=a b: \"a b\" is no class name pattern such as com.acme.*",
        "@ ~ @ needs the name of an option file, as in @standstill.options",
        "log=x,findings=./x ~ log and findings are both x; text and JSON lines need a file each",
      })
  void saysInOneLineWhatIsRight(String argument, String message) {
    assertEquals("standstill: " + message, messageOf(argument, Map.of()));
  }

  @Test
  void namesThePropertyOrVariable() {
    assertEquals(
        "standstill: unknown option \"intervall\" (environment variable STANDSTILL_INTERVALL);"
            + " did you mean \"interval\"?",
        messageOf(null, Map.of("STANDSTILL_INTERVALL", "1s")));

    properties.setProperty("standstill.interval", "x");
    assertEquals(
        "standstill: interval=x (system property standstill.interval) is no time; write 500ms, 2s,"
            + " or 500 for milliseconds",
        messageOf(null, Map.of()));
  }

  @Test
  void namesTheOptionFile() throws IOException {
    Files.writeString(directory.resolve("opts"), "\ninterval=1x");
    assertEquals(
        "standstill: interval=1x (option file opts) is no time; write 500ms, 2s, or 500 for"
            + " milliseconds",
        messageOf("@opts", Map.of()));

    assertEquals(
        "standstill: cannot read option file no/such: the directory "
            + directory
            + "/no does not exist (nearest existing: "
            + directory
            + ")",
        messageOf("@no/such", Map.of()));

    Files.writeString(directory.resolve("outer"), "@opts");
    assertEquals(
        "standstill: option file outer names another one, @opts; name both in the argument",
        messageOf("@outer", Map.of()));
  }

  @Test
  void keepsEveryMessageOnOneLine() {
    assertEquals(
        "standstill: unknown option \"a b\"; the options are enabled, findings, log, interval, pool-threshold,"
            + " lock-threshold, grace, order, order-limit, baseline, baseline-write, stall-threshold, include,"
            + " exclude, on-deadlock",
        messageOf("a\r\nb=1", Map.of()));
  }

  @Test
  void refusesToSendAPathWithACommaThroughAnArgument() {
    Path odd = directory.resolve("a,b");

    OptionException refused =
        assertThrows(OptionException.class, () -> OptionParser.absolute("findings=f.json", odd));

    assertEquals(
        "standstill: findings="
            + odd
            + "/f.json has a comma in its path, which would end the"
            + " value; use a directory without one",
        refused.getMessage());
  }

  private String messageOf(String argument, Map<String, String> environment) {
    return assertThrows(
            OptionException.class,
            () -> OptionParser.parse(argument, properties, environment, directory))
        .getMessage();
  }
}
