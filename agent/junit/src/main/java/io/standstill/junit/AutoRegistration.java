package io.standstill.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Turns the extension on without any flag: JUnit calls launcher listeners that it finds in {@code
 * META-INF/services}, but extensions only if a configuration parameter says so. Unless somebody has
 * decided on that parameter already, this sets it, for our extension alone. It also begins to
 * attach the agent, while JUnit looks for tests.
 */
public final class AutoRegistration implements LauncherDiscoveryListener {
  static final String ENABLED = "io.standstill.junit.enabled";
  private static final String AUTODETECTION = "junit.jupiter.extensions.autodetection.enabled";
  private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";
  private static final String EXCLUDE = "junit.jupiter.extensions.autodetection.exclude";

  @Override
  public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
    ConfigurationParameters parameters = request.getConfigurationParameters();
    if (!isOn(parameters.get(ENABLED))) {
      return;
    }
    AgentStart.options(baselines(parameters));
    AgentStart.begin();
    boolean decided =
        parameters.get(AUTODETECTION).isPresent()
            || parameters.get(INCLUDE).isPresent()
            || parameters.get(EXCLUDE).isPresent();
    if (!decided && (understandsInclude() || isOnlyExtension())) {
      System.setProperty(INCLUDE, StandstillExtension.class.getName());
      System.setProperty(AUTODETECTION, "true");
    }
  }

  /** The files of {@code docs/lock-order.md}, as options of an agent that is yet to be attached. */
  private static List<String> baselines(ConfigurationParameters parameters) {
    List<String> options = new ArrayList<>();
    for (String option : List.of("baseline", "baseline-write")) {
      parameters
          .get(LockOrders.MODE + "." + option)
          .ifPresent(file -> options.add(option + "=" + Path.of(file).toAbsolutePath()));
    }
    return options;
  }

  /** Whether this is on: yes, unless the parameter says otherwise. */
  static boolean isOn(Optional<String> parameter) {
    return parameter.map(Boolean::parseBoolean).orElse(true);
  }

  /** JUnit 5.11 and later; before, all extensions would be turned on. */
  private static boolean understandsInclude() {
    try {
      Class.forName("org.junit.jupiter.api.extension.PreInterruptCallback", false, loader());
      return true;
    } catch (ClassNotFoundException older) {
      return false;
    }
  }

  private static boolean isOnlyExtension() {
    List<Class<? extends Extension>> extensions =
        ServiceLoader.load(Extension.class, loader()).stream()
            .<Class<? extends Extension>>map(ServiceLoader.Provider::type)
            .toList();
    return extensions.equals(List.of(StandstillExtension.class));
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
