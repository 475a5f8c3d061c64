package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is set of JUnit's own parameters, and when it is taken back. */
class AutodetectionTest {
  private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
  private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";

  @AfterEach
  void takeBack() {
    Autodetection.takeBack();
  }

  private static ConfigurationParameters parameters(Map<String, String> told) {
    return LauncherDiscoveryRequestBuilder.request()
        .configurationParameters(told)
        .build()
        .getConfigurationParameters();
  }

  @Test
  void isTurnedOnForOurExtensionAlone() {
    Autodetection.turnOn(parameters(Map.of()));
    assertEquals("true", System.getProperty(ENABLED));
    assertEquals(StandstillExtension.class.getName(), System.getProperty(INCLUDE));
  }

  @Test
  void isTakenBackByALaterRequestThatSaysOff() {
    Autodetection.turnOn(parameters(Map.of()));
    new AutoRegistration()
        .launcherDiscoveryStarted(
            LauncherDiscoveryRequestBuilder.request()
                .configurationParameter(Parameters.ENABLED, "false")
                .build());
    assertNull(System.getProperty(ENABLED));
    assertNull(System.getProperty(INCLUDE));
  }

  @Test
  void staysAsTheUserHasDecided() {
    Autodetection.turnOn(parameters(Map.of(ENABLED, "false")));
    assertNull(System.getProperty(ENABLED));
    System.setProperty(ENABLED, "false");
    try {
      Autodetection.turnOn(parameters(Map.of()));
      Autodetection.takeBack();
      assertEquals("false", System.getProperty(ENABLED));
      assertNull(System.getProperty(INCLUDE));
    } finally {
      System.clearProperty(ENABLED);
    }
  }

  /** In a thread whose stack does not show the run of this very test. */
  @Test
  void knowsWhetherWhatIsFoundIsRun() throws Exception {
    List<Boolean> told = new CopyOnWriteArrayList<>();
    LauncherDiscoveryListener asking =
        new LauncherDiscoveryListener() {
          @Override
          public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
            told.add(AutoRegistration.runsWhatIsFound());
          }
        };
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().listeners(asking).build();
    Launcher launcher = LauncherFactory.create();
    Thread thread =
        new Thread(
            () -> {
              launcher.discover(request);
              launcher.execute(request);
            });
    thread.start();
    thread.join();
    assertEquals(List.of(false, true), told);
  }
}
