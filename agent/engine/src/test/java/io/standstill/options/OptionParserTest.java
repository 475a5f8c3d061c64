package io.standstill.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.standstill.options.Options.LockOrder;
import io.standstill.options.Options.OnDeadlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
  @TempDir Path directory;

  private final Properties properties = new Properties();

  @Test
  void hasADefaultForEverything() {
    assertEquals(
        new Options(
            null,
            null,
            null,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            new LockOrder(true, 20_000, null, null),
            List.of(),
            List.of(),
            new OnDeadlock.Report()),
        parse(null, Map.of()));
  }

  @Test
  void understandsEveryOption() {
    assertEquals(
        new Options(
            null,
            directory.resolve("f.json"),
            Path.of("/var/log/s.log"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(90),
            Duration.ofMillis(700),
            Duration.ZERO,
            Duration.ofSeconds(30),
            new LockOrder(false, 500, directory.resolve("known"), directory.resolve("known")),
            List.of("com.acme.*", "org.*Dao"),
            List.of("com.acme.Hot$Inner"),
            new OnDeadlock.Halt(3)),
        parse(
            "findings=f.json, log=/var/log/s.log,interval=2s,pool-threshold=90s,lock-threshold=700,"
                + "stall-threshold=30s,grace=0,order=off,order-limit=500,baseline=known,baseline-write=known,"
                + "include=com.acme.*;org.*Dao,exclude=com.acme.Hot$Inner|,on-deadlock=halt:3,",
            Map.of()));
  }

  @Test
  void knowsWhatTurnsItOff() {
    assertEquals("enabled=off", parse("enabled=off", Map.of()).turnedOff());
    assertEquals(
        "enabled=off (environment variable STANDSTILL_ENABLED)",
        parse("interval=1s", Map.of("STANDSTILL_ENABLED", "off")).turnedOff());
    assertEquals("enabled=false", parse("enabled=false,interval=soon", Map.of()).turnedOff());
    assertNull(parse("enabled=on", Map.of("STANDSTILL_ENABLED", "off")).turnedOff());
    assertNull(parse("enabled=True", Map.of()).turnedOff());
    assertEquals("enabled=NO", parse("enabled=NO", Map.of()).turnedOff());
    assertEquals(
        "enabled=0 (environment variable STANDSTILL_ENABLED)",
        parse("@missing.options", Map.of("STANDSTILL_ENABLED", "0")).turnedOff());
    assertEquals("enabled=off", OptionParser.absolute("findings=f.json,enabled=off", directory));
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "500, 500", "50, 50", "60s, 60000", "1 s, 1000"})
  void readsTimes(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), parse("interval=" + text, Map.of()).interval());
  }

  @Test
  void haltsWithSeventyWhenNoStatusIsGiven() {
    assertEquals(new OnDeadlock.Halt(70), parse("on-deadlock=halt", Map.of()).onDeadlock());
  }

  @Test
  void letsTheArgumentWinOverPropertiesAndTheseOverTheEnvironment() {
    properties.setProperty("standstill.interval", "2s");
    properties.setProperty("standstill.include", "p.*");
    Options options =
        parse(
            "interval=1s",
            Map.of(
                "STANDSTILL_INTERVAL", "3s",
                "STANDSTILL_INCLUDE", "e.*",
                "STANDSTILL_ON_DEADLOCK", "halt"));

    assertEquals(Duration.ofSeconds(1), options.interval());
    assertEquals(List.of("p.*"), options.include());
    assertEquals(new OnDeadlock.Halt(70), options.onDeadlock());
  }

  @Test
  void letsTheArgumentWinOverItsFileWhereverThatIsNamed() throws IOException {
    Files.writeString(
        directory.resolve("opts"),
        """
        # our options
        interval=3s, include=file.*   # two on a line

        on-deadlock=halt:9
        interval=4s
        """);

    Options options = parse("interval=1s,@opts", Map.of());

    assertEquals(Duration.ofSeconds(1), options.interval());
    assertEquals(List.of("file.*"), options.include());
    assertEquals(new OnDeadlock.Halt(9), options.onDeadlock());
    assertEquals(Duration.ofSeconds(4), parse("@opts", Map.of()).interval());
  }

  @Test
  void letsTheLaterOfTwoPairsWin() {
    assertEquals(Duration.ofSeconds(2), parse("interval=1s,interval=2s", Map.of()).interval());
  }

  @Test
  void takesStandardErrorForALogByName() {
    properties.setProperty("standstill.log", "x.log");

    assertNull(parse("log=stderr", Map.of()).log());
  }

  @Test
  void passesOverEmptyVariablesAndThoseOfAKubernetesServiceOfOurName() {
    Map<String, String> environment =
        Map.of(
            "STANDSTILL_LOG", "",
            "STANDSTILL_SERVICE_HOST", "10.0.0.1",
            "STANDSTILL_SERVICE_PORT_HTTP", "80",
            "STANDSTILL_PORT", "tcp://10.0.0.1:80",
            "STANDSTILL_PORT_80_TCP_ADDR", "10.0.0.1",
            "STANDSTILL_UI_SERVICE_HOST", "10.0.0.2");

    assertEquals(parse(null, Map.of()), parse(null, environment));
  }

  @Test
  void passesOverWhatABuildKnowsOfTheAgent() {
    for (String name : List.of("version", "jar", "home")) {
      properties.setProperty("standstill." + name, "0.1.0");
    }
    Map<String, String> environment =
        Map.of("STANDSTILL_VERSION", "0.1.0", "STANDSTILL_JAR", "x.jar", "STANDSTILL_HOME", "/opt");

    Options options = parse(null, environment);

    properties.clear();
    assertEquals(parse(null, Map.of()), options);
  }

  @Test
  void writesAnArgumentThatMeansTheSameInAnyDirectory() throws IOException {
    Files.writeString(directory.resolve("opts"), "findings=f.json\nlog=old.log\n");

    String absolute = OptionParser.absolute("@opts,log=stderr,interval=1s", directory);

    assertEquals("findings=" + directory + "/f.json,log=stderr,interval=1s", absolute);
    assertEquals(
        parse("@opts,log=stderr,interval=1s", Map.of()),
        OptionParser.parse(absolute, properties, Map.of(), Path.of("/elsewhere")));
    assertEquals("", OptionParser.absolute(null, directory));
  }

  private Options parse(String argument, Map<String, String> environment) {
    return OptionParser.parse(argument, properties, environment, directory);
  }
}
