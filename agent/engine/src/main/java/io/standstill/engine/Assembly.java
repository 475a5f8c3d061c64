package io.standstill.engine;

import io.standstill.options.Options;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Journals;
import io.standstill.report.AgentState;
import io.standstill.report.JarVersion;
import io.standstill.report.JmxReport;
import io.standstill.weave.ClassFilter;
import io.standstill.weave.Weaving;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/** Puts the parts together, once the recorder exists. */
final class Assembly {
  private final Options options;
  private final Outputs outputs;
  private final Instrumentation instrumentation;
  private final File agentJar;
  private volatile Weaving weaving;

  Assembly(Options options, Outputs outputs, Instrumentation instrumentation, File agentJar) {
    this.options = options;
    this.outputs = outputs;
    this.instrumentation = instrumentation;
    this.agentJar = agentJar;
  }

  /**
   * Weaves what is loaded from now on, and begins to watch. Weaving comes as late as it can: if
   * something fails before, the application is left as it was.
   */
  Weaving begin() {
    Clock.advance();
    Journals.current(); // Links what the hooks use, before the first hook runs.
    Watch watch = new Watch(options.interval(), outputs, instrumentation);
    JmxReport jmx = new JmxReport(outputs.board(), state(watch));
    outputs.addLast(jmx);
    outputs.addLast(new DeadlockReaction(options.onDeadlock(), jmx));
    Weaving begun =
        Weaving.install(instrumentation, new ClassFilter(options.include(), options.exclude()));
    weaving = begun;
    try {
      watch.start();
      inBackground("standstill-jmx", () -> register(jmx));
    } catch (Throwable failure) {
      begun.remove();
      throw failure;
    }
    return begun;
  }

  private AgentState state(Watch watch) {
    return new AgentState(
        JarVersion.of(agentJar),
        Instant.now(),
        watch::sees,
        () -> weaving.coverage().line(),
        outputs::problems,
        watch::look);
  }

  /** Making the platform's MBean server is slow, and looks must not wait for it. */
  private void register(JmxReport jmx) {
    try {
      jmx.register(ManagementFactory.getPlatformMBeanServer()).ifPresent(outputs::problem);
    } catch (RuntimeException | LinkageError failure) {
      outputs.problem("JMX is off: " + failure);
    }
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }
}
