package io.standstill.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
  @TempDir Path directory;

  private final Properties properties = new Properties();

  @Test
  void hasADefaultForEverything() {
    Options options = parse(null, Map.of());

    assertNull(options.turnedOff());
    assertEquals(true, options.get(Option.ENABLED));
    assertNull(options.get(Option.FINDINGS));
    assertNull(options.get(Option.LOG));
    assertEquals(Duration.ofMillis(500), options.get(Option.INTERVAL));
    assertEquals(Duration.ofSeconds(10), options.get(Option.POOL_THRESHOLD));
    assertEquals(Duration.ofSeconds(5), options.get(Option.LOCK_THRESHOLD));
    assertEquals(Duration.ofSeconds(10), options.get(Option.GRACE));
    assertEquals(true, options.get(Option.ORDER));
    assertEquals(20_000, options.get(Option.ORDER_LIMIT));
    assertNull(options.get(Option.BASELINE));
    assertNull(options.get(Option.BASELINE_WRITE));
    assertEquals(Duration.ofSeconds(10), options.get(Option.STALL_THRESHOLD));
    assertEquals(List.of(), options.get(Option.INCLUDE));
    assertEquals(List.of(), options.get(Option.EXCLUDE));
    assertEquals(new OnDeadlock.Report(), options.get(Option.ON_DEADLOCK));
    assertEquals(Set.copyOf(Option.values()), options.values().keySet());
  }

  @Test
  void understandsEveryOption() {
    Options options =
        parse(
            "findings=f.json, log=/var/log/s.log,interval=2s,pool-threshold=90s,lock-threshold=700,"
                + "stall-threshold=30s,grace=0,order=off,order-limit=500,baseline=known,baseline-write=known,"
                + "include=com.acme.*;org.*Dao,exclude=com.acme.Hot$Inner|,on-deadlock=halt:3,",
            Map.of());

    assertNull(options.turnedOff());
    assertEquals(directory.resolve("f.json"), options.get(Option.FINDINGS));
    assertEquals(Path.of("/var/log/s.log"), options.get(Option.LOG));
    assertEquals(Duration.ofSeconds(2), options.get(Option.INTERVAL));
    assertEquals(Duration.ofSeconds(90), options.get(Option.POOL_THRESHOLD));
    assertEquals(Duration.ofMillis(700), options.get(Option.LOCK_THRESHOLD));
    assertEquals(Duration.ZERO, options.get(Option.GRACE));
    assertEquals(false, options.get(Option.ORDER));
    assertEquals(500, options.get(Option.ORDER_LIMIT));
    assertEquals(directory.resolve("known"), options.get(Option.BASELINE));
    assertEquals(directory.resolve("known"), options.get(Option.BASELINE_WRITE));
    assertEquals(Duration.ofSeconds(30), options.get(Option.STALL_THRESHOLD));
    assertEquals(List.of("com.acme.*", "org.*Dao"), options.get(Option.INCLUDE));
    assertEquals(List.of("com.acme.Hot$Inner"), options.get(Option.EXCLUDE));
    assertEquals(new OnDeadlock.Halt(3), options.get(Option.ON_DEADLOCK));
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
    assertEquals(
        Duration.ofMillis(millis), parse("interval=" + text, Map.of()).get(Option.INTERVAL));
  }

  @Test
  void haltsWithSeventyWhenNoStatusIsGiven() {
    assertEquals(
        new OnDeadlock.Halt(70), parse("on-deadlock=halt", Map.of()).get(Option.ON_DEADLOCK));
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

    assertEquals(Duration.ofSeconds(1), options.get(Option.INTERVAL));
    assertEquals(List.of("p.*"), options.get(Option.INCLUDE));
    assertEquals(new OnDeadlock.Halt(70), options.get(Option.ON_DEADLOCK));
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

    assertEquals(Duration.ofSeconds(1), options.get(Option.INTERVAL));
    assertEquals(List.of("file.*"), options.get(Option.INCLUDE));
    assertEquals(new OnDeadlock.Halt(9), options.get(Option.ON_DEADLOCK));
    assertEquals(Duration.ofSeconds(4), parse("@opts", Map.of()).get(Option.INTERVAL));
  }

  @Test
  void letsTheLaterOfTwoPairsWin() {
    assertEquals(
        Duration.ofSeconds(2), parse("interval=1s,interval=2s", Map.of()).get(Option.INTERVAL));
  }

  @Test
  void takesStandardErrorForALogByName() {
    properties.setProperty("standstill.log", "x.log");

    assertNull(parse("log=stderr", Map.of()).get(Option.LOG));
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

  @Test
  void writesEveryValueAsItWouldBeRead() {
    String all =
        "enabled=on,findings=/f,log=/l,interval=60s,pool-threshold=500ms,lock-threshold=86400s,grace=0,"
            + "order=off,order-limit=100,baseline=/b,baseline-write=/w,stall-threshold=1500ms,"
            + "include=a.*;b,exclude=c,on-deadlock=halt:255";

    assertEquals(all, OptionParser.absolute(all, directory));
    assertEquals(
        "log=stderr,on-deadlock=report",
        OptionParser.absolute("log=stderr,on-deadlock=report", directory));
  }

  private Options parse(String argument, Map<String, String> environment) {
    return OptionParser.parse(argument, properties, environment, directory);
  }
}
