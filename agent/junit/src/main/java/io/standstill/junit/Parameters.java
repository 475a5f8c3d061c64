package io.standstill.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.ConfigurationParameters;

/** What the configuration parameters say of a run as a whole. */
final class Parameters {
  static final String ENABLED = "io.standstill.junit.enabled";

  private Parameters() {}

  /** Whether tests without annotation are watched: yes, unless the parameter says otherwise. */
  static boolean areOn(ConfigurationParameters parameters) {
    return parameters.get(ENABLED).map(Boolean::parseBoolean).orElse(true);
  }

  /** The files of {@code docs/lock-order.md}, as options of an agent that is yet to be attached. */
  static List<String> agentOptions(ConfigurationParameters parameters) {
    List<String> options = new ArrayList<>();
    for (String option : List.of("baseline", "baseline-write")) {
      parameters
          .get(LockOrders.MODE + "." + option)
          .ifPresent(file -> options.add(option + "=" + Path.of(file).toAbsolutePath()));
    }
    return options;
  }
}
