package io.standstill.engine;

import io.standstill.finding.Finding;
import io.standstill.jvm.Threads;
import io.standstill.options.Option;
import io.standstill.options.Options;
import io.standstill.options.Thresholds;
import io.standstill.order.Baseline;
import io.standstill.order.History;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Journals;
import io.standstill.recorder.NamedByHooks;
import io.standstill.recorder.Order;
import io.standstill.report.JarVersion;
import io.standstill.report.OwnThread;
import io.standstill.report.jmx.AgentState;
import io.standstill.report.jmx.ContentionBean;
import io.standstill.report.jmx.JmxReport;
import io.standstill.report.jmx.OrderBean;
import io.standstill.report.jmx.PoolBeans;
import io.standstill.weave.ClassFilter;
import io.standstill.weave.Weaving;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;

/** Puts the parts together, once the recorder exists. */
final class Assembly {
  private static final long POOLS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Options options;
  private final Outputs outputs;
  private final Baseline baseline;
  private final Instrumentation instrumentation;
  private final File agentJar;
  private final boolean attached;
  private final Thresholds thresholds;
  private volatile Weaving weaving;
  private History history;

  Assembly(
      Options options,
      Outputs outputs,
      Baseline baseline,
      Instrumentation instrumentation,
      File agentJar,
      boolean attached) {
    this.options = options;
    this.outputs = outputs;
    this.baseline = baseline;
    this.instrumentation = instrumentation;
    this.agentJar = agentJar;
    this.attached = attached;
    this.thresholds = new Thresholds(options);
  }

  /**
   * Weaves what is loaded from now on, and begins to watch. Weaving comes as late as it can: if
   * something fails before, the application is left as it was.
   */
  Weaving begin() {
    Clock.advance();
    NamedByHooks.load();
    Journals.current(); // Links what the hooks use, before the first hook runs.
    DeadlockReaction reaction = new DeadlockReaction(options.get(Option.ON_DEADLOCK));
    boolean completeHistory = !attached && !options.chooseClasses();
    history = History.whole(completeHistory);
    Predictions predictions =
        new Predictions(options.get(Option.ORDER_LIMIT), baseline, history, outputs);
    Looks looks =
        new Looks(
            options.get(Option.INTERVAL),
            thresholds,
            attached ? Duration.ZERO : options.get(Option.GRACE),
            outputs,
            finding -> found(finding, reaction, predictions),
            instrumentation,
            completeHistory);
    Watch watch = new Watch(looks, predictions, outputs, reaction);
    JmxReport jmx = new JmxReport(outputs.board(), state(watch, looks));
    outputs.addLast(jmx);
    outputs.addLast(finding -> reaction.after(finding, jmx));
    Weaving begun =
        Weaving.install(
            instrumentation,
            new ClassFilter(options.get(Option.INCLUDE), options.get(Option.EXCLUDE)),
            options.get(Option.ORDER));
    weaving = begun;
    try {
      watch.start(begun::weaveJdk, this::giveUp);
      // What is initialised on the way, as java.util.logging, finds its classes by this loader.
      ClassLoader context = ClassLoader.getSystemClassLoader();
      OwnThread.of("standstill-jmx", () -> register(jmx, looks, predictions), context).start();
      predictions.tellAtExit();
    } catch (Throwable failure) {
      begun.remove();
      throw failure;
    }
    return begun;
  }

  /** At start-up: an AOT cache, or an agent before us, may have loaded classes. */
  void weaveEarlier() {
    new Attempts(outputs)
        .at(
            "classes that were loaded before cannot be woven: ",
            () -> weaving.weaveLoadedBy(ClassLoader.getSystemClassLoader()));
  }

  /** After an attach: what was loaded before is woven too. */
  void allWoven() {
    if (!options.chooseClasses()) {
      Thread neverStarted = OwnThread.of("standstill-mark", () -> {}, null);
      history.beginsWith(Threads.id(neverStarted));
    }
  }

  private void giveUp() {
    weaving.remove();
    Order.end();
  }

  private void found(Finding finding, DeadlockReaction reaction, Predictions predictions) {
    reaction.expect(finding);
    predictions.heard(finding);
    outputs.on(finding);
  }

  private AgentState state(Watch watch, Looks looks) {
    return new AgentState(
        JarVersion.of(agentJar),
        Instant.now(),
        watch::sees,
        () -> weaving.coverage().line(),
        outputs::problems,
        thresholds,
        looks.contention(),
        looks::look);
  }

  /** Comes when there is an MBean server to show it in; looks must not wait for that. */
  private void register(JmxReport jmx, Looks looks, Predictions predictions) {
    try {
      MBeanServer server = PlatformServer.await();
      jmx.register(server).ifPresent(outputs::problem);
      ContentionBean.register(looks.contention(), server);
      new OrderBean(outputs.board(), predictions::state).register(server);
      showPools(new PoolBeans(server), looks);
    } catch (Throwable failure) {
      outputs.problem("JMX is off: " + failure);
    }
  }

  private static void showPools(PoolBeans beans, Looks looks) throws JMException {
    while (true) {
      beans.show(looks.pools());
      OwnThread.rest(POOLS_NANOS);
    }
  }
}
