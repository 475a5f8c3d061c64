package io.standstill.benchmarks.load;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs the tests of a library by JUnit's launcher. Arguments: a jar of test classes, and a pattern
 * of their names. Says {@code tests N cpu MS} if all pass.
 */
public final class TestSuite {
  private TestSuite() {}

  /** Runs them. */
  public static void main(String[] arguments) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(Path.of(arguments[0]))))
                .filters(includeClassNamePatterns(arguments[1]))
                .build(),
            listener);
    if (listener.getSummary().getTotalFailureCount() > 0) {
      listener.getSummary().printFailuresTo(new PrintWriter(System.err));
      System.exit(1);
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(
        "tests "
            + listener.getSummary().getTestsSucceededCount()
            + " cpu "
            + TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime()));
  }
}
