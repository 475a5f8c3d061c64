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
    ExtensionContext.Store store = context.getStore(namespace);
    ExtensionContext ofMethod = ofMethod(context);
    // By its context: a store asks the stores of the contexts around it first.
    if (ofMethod == null) {
      store.getOrComputeIfAbsent(context, type -> new StepsOfClass(type.getUniqueId(), watch));
      return Span.ofClass(
          context.getUniqueId(),
          () -> (name(context) + " " + step).strip(),
          context.getTestClass().orElse(null));
    }
    return store
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
      watch.ended(span.id());
    }
  }

  /** Lies in the store of a class, which JUnit closes when the class has ended. */
  private record StepsOfClass(String id, Watch watch)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      watch.ended(id);
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
