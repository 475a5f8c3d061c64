package io.standstill.junit;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * JUnit's switch for extensions that are found by {@code ServiceLoader}. Unless somebody has
 * decided on it already, it is set for our extension alone; and taken back if a later request wants
 * none of it.
 */
final class Autodetection {
  private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
  private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";
  private static final String EXCLUDE = "junit.jupiter.extensions.autodetection.exclude";

  private static boolean isOurs;

  private Autodetection() {}

  static synchronized void turnOn(ConfigurationParameters parameters) {
    boolean decided =
        List.of(ENABLED, INCLUDE, EXCLUDE).stream()
            .anyMatch(name -> parameters.get(name).isPresent());
    if (!decided && (understandsInclude() || isOnlyExtension())) {
      System.setProperty(INCLUDE, StandstillExtension.class.getName());
      System.setProperty(ENABLED, "true");
      isOurs = true;
    }
  }

  /** As it was before, if we have set it. */
  static synchronized void takeBack() {
    if (isOurs) {
      System.clearProperty(INCLUDE);
      System.clearProperty(ENABLED);
      isOurs = false;
    }
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
