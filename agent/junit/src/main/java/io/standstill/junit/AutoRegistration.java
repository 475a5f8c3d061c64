package io.standstill.junit;

import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Turns the extension on without any flag: JUnit calls launcher listeners that it finds in {@code
 * META-INF/services}, but extensions only if a configuration parameter says so. It also prepares to
 * attach the agent, while JUnit looks for tests.
 *
 * <p>Who looks for tests need not run them: Maven itself does so for parallel forks. And it may do
 * so without the configuration parameters that the run will have. So whatever cannot be taken back
 * waits for the run: see {@link RunListener}.
 */
public final class AutoRegistration implements LauncherDiscoveryListener {
  @Override
  public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
    ConfigurationParameters parameters = request.getConfigurationParameters();
    if (Parameters.areOn(parameters)) {
      AgentStart.prepare();
      Autodetection.turnOn(parameters);
    } else {
      Autodetection.takeBack();
    }
  }
}
