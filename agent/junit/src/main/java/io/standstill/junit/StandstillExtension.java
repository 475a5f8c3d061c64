package io.standstill.junit;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.UniqueId;

/**
 * Watches each test method, lifecycle method, constructor and dynamic test while it runs, and fails
 * it with the report if it would hang. Registered by {@link DetectDeadlocks}, by {@code
 * META-INF/services}, or by {@code @ExtendWith}.
 */
public final class StandstillExtension extends StepInterceptor
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StandstillExtension.class);

  /** Configuration parameter: {@link DetectDeadlocks#separateThread} of what is not annotated. */
  private static final String SEPARATE_THREAD = "io.standstill.junit.separate-thread";

  private final Watch watch;
  private final Runnable attach;
  private final Settings unlessAnnotated;
  private final Risks risks;
  private final LockOrders.Mode unlessSaid;
  private final Annotations annotations = new Annotations();

  /** The run that JUnit is in the middle of. */
  private volatile Run run;

  /** What the configuration parameters say, which are the same all through a run. */
  private volatile Settings configured;

  /** An extension that asks the agent of this JVM; JUnit calls this. */
  public StandstillExtension() {
    this(
        Watch.ofThisJvm(),
        AgentStart::await,
        Settings.DEFAULT,
        Risks.ofThisJvm(),
        LockOrders.Mode.WARN);
  }

  /**
   * An extension that asks another one.
   *
   * @param attach returns once the agent watches
   * @param unlessAnnotated what holds for tests that are not annotated
   */
  StandstillExtension(Watch watch, Runnable attach, Settings unlessAnnotated) {
    this(watch, attach, unlessAnnotated, null, LockOrders.Mode.OFF);
  }

  /**
   * The same, with predictions.
   *
   * @param risks the lock-order risks so far
   * @param unlessSaid what they mean if no configuration parameter says so
   */
  StandstillExtension(
      Watch watch,
      Runnable attach,
      Settings unlessAnnotated,
      Risks risks,
      LockOrders.Mode unlessSaid) {
    this.watch = watch;
    this.attach = attach;
    this.unlessAnnotated = unlessAnnotated;
    this.risks = risks;
    this.unlessSaid = unlessSaid;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    run(context).lockOrders().testBegins();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      run(context)
          .lockOrders()
          .testEnds(
              () -> Spans.name(context), context.getUniqueId(), context.getRequiredTestClass());
    } finally {
      failForOuter(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    failForOuter(context);
  }

  /** Comes after what other extensions do: callbacks at the end are called in reverse order. */
  private void failForOuter(ExtensionContext context) {
    if (watch.outers().areBlamed()) {
      List<Finding> found = watch.outers().take(UniqueId.parse(context.getUniqueId()));
      if (!found.isEmpty()) {
        throw new DeadlockFoundError(found, context.getExecutionException().orElse(null));
      }
    }
  }

  private Run run(ExtensionContext context) {
    ExtensionContext root = context.getRoot();
    Run known = run;
    if (known == null || known.root() != root) {
      known = new Run(root, lockOrders(root));
      run = known;
    }
    return known;
  }

  /** In the store of the run: there may be several of us. */
  private LockOrders lockOrders(ExtensionContext root) {
    return root.getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            LockOrders.class,
            key ->
                new LockOrders(
                    root.getConfigurationParameter(LockOrders.MODE)
                        .map(LockOrders.Mode::of)
                        .orElse(unlessSaid),
                    risks,
                    System.err::println),
            LockOrders.class);
  }

  @Override
  <T> T watched(Invocation<T> invocation, ExtensionContext context, String step, boolean isTest)
      throws Throwable {
    run(context).begin(() -> begin(context.getRoot()));
    watch.check();
    Settings settings = settings(context);
    Span span = Spans.of(context, NAMESPACE, step, watch);
    Step<T> watchedStep = new Step<>(watch, span, settings, invocation::proceed);
    return isTest && settings.separate() ? watchedStep.runElsewhere() : watchedStep.run();
  }

  private void begin(ExtensionContext root) {
    attach.run();
    watch.start();
    watch.check();
    EndOfRun.arrange(root.getStore(NAMESPACE), watch);
  }

  private Settings settings(ExtensionContext context) {
    return annotations.find(context).orElseGet(() -> configured(context));
  }

  private Settings configured(ExtensionContext context) {
    Settings known = configured;
    if (known == null) {
      known =
          context
              .getConfigurationParameter(SEPARATE_THREAD)
              .map(text -> unlessAnnotated.separate(Boolean.parseBoolean(text)))
              .orElse(unlessAnnotated);
      configured = known;
    }
    return known;
  }
}
