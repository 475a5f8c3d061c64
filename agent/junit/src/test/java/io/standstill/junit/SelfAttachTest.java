package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Who looks for tests need not run them. */
class SelfAttachTest {
  /** A JVM that looks for tests as Maven does: prints how many threads that has started. */
  static final class Looking {
    private Looking() {}

    public static void main(String[] arguments) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      Launcher launcher = LauncherFactory.create();
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .configurationParameter(Parameters.ENABLED, "true")
              .build();
      long before = threads.getTotalStartedThreadCount();
      launcher.discover(request);
      System.out.println(threads.getTotalStartedThreadCount() - before);
    }
  }

  /** What the JVM itself has to say, of its environment say, goes to its standard error. */
  @Test
  void startsNoThreadInAJvmThatIsNotForTests() throws Exception {
    Process looking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Looking.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(looking.getInputStream().readAllBytes()).strip();
    assertEquals("0", said);
  }

  @Test
  void waitsNoLongerThanItMay() {
    assertThrows(TimeoutException.class, () -> SelfAttach.await(new CompletableFuture<>(), 0));
  }
}
