package io.standstill.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives all steps of a test one span, and each lifecycle step of a class its own. A dynamic test is
 * a test too, with the method of its factory.
 */
final class Spans {
  private Spans() {}

  /**
   * The span of this step.
   *
   * @param namespace where JUnit's stores keep what is ours
   * @param step what the step is called within its test, such as {@code @BeforeEach prepare()}
   */
  static Span of(
      ExtensionContext context, ExtensionContext.Namespace namespace, String step, Watch watch) {
    ExtensionContext ofMethod = ofMethod(context);
    if (ofMethod == null) {
      return Span.ofClass(
          context.getUniqueId(),
          () -> (name(context) + " " + step).strip(),
          context.getTestClass().orElse(null));
    }
    // By its context: a store asks the stores of the contexts around it first.
    return context
        .getStore(namespace)
        .getOrComputeIfAbsent(
            context,
            test ->
                new SpanOfTest(
                    new Span(
                        test.getUniqueId(),
                        name(test),
                        ofMethod.getTestClass().orElse(null),
                        ofMethod.getRequiredTestMethod().getName()),
                    watch),
            SpanOfTest.class)
        .span();
  }

  /** This context or the nearest around it that has a method; null for that of a class. */
  private static ExtensionContext ofMethod(ExtensionContext context) {
    ExtensionContext at = context;
    while (at != null && at.getTestMethod().isEmpty()) {
      at = at.getParent().orElse(null);
    }
    return at;
  }

  /** Lies in the store of a test, which JUnit closes when the test has ended. */
  private record SpanOfTest(Span span, Watch watch)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      watch.ended(span);
    }
  }

  /** {@code TransferTest > transfers()}. */
  static String name(ExtensionContext context) {
    Deque<String> names = new ArrayDeque<>();
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent() && at.get().getParent().isPresent()) {
      names.addFirst(at.get().getDisplayName());
      at = at.get().getParent();
    }
    return String.join(" > ", names);
  }
}
