package io.standstill.junit;

import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Turns the extension on without any flag: JUnit calls launcher listeners that it finds in {@code
 * META-INF/services}, but extensions only if a configuration parameter says so. It also prepares to
 * attach the agent while JUnit looks for tests, where these are likely to be run.
 *
 * <p>Who looks for tests need not run them: Maven itself does so for parallel forks. And it may do
 * so without the configuration parameters that the run will have. So whatever could be noticed
 * waits for the run, see {@link RunListener}, unless the launcher was told to run what it finds.
 */
public final class AutoRegistration implements LauncherDiscoveryListener {
  private static final String LAUNCHER = "org.junit.platform.launcher.core.";

  @Override
  public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
    ConfigurationParameters parameters = request.getConfigurationParameters();
    if (Parameters.areOn(parameters)) {
      if (runsWhatIsFound()) {
        AgentStart.begin(Parameters.agentOptions(parameters));
      } else {
        AgentStart.prepare();
      }
      Autodetection.turnOn(parameters);
    } else {
      Autodetection.takeBack();
    }
  }

  /** Looking for all tests may take long enough to attach the agent meanwhile. */
  static boolean runsWhatIsFound() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getClassName().startsWith(LAUNCHER)
                            && frame.getMethodName().equals("execute")));
  }
}
