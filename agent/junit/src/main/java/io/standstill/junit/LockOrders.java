package io.standstill.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The lock-order risks of a run. After each test that may have shown any, the agent is asked for
 * new ones: they are of the test that ends if no other runs, else of the one whose code is on their
 * stacks. Lies in the store of the whole run, which JUnit closes when all tests have ended.
 * Thread-safe.
 */
final class LockOrders implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  /** Configuration parameter: {@code off}, {@code warn} or {@code fail}. */
  static final String MODE = "io.standstill.junit.lock-order";

  /** What a risk means for the test that brought it. */
  enum Mode {
    /** Nobody asks. */
    OFF,
    /** It is told. */
    WARN,
    /** It fails the test, or the run if it is no test's. */
    FAIL;

    static Mode of(String words) {
      try {
        return valueOf(words.strip().toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException(
            MODE + "=" + words + " is none of off, warn, fail", unknown);
      }
    }
  }

  private final Mode mode;
  private final Risks risks;
  private final Consumer<String> out;
  private final List<Finding> nobodys = new ArrayList<>();
  private int running;
  private boolean anyEnded;

  /**
   * @param risks those of the JVM, which may have had other runs before
   * @param out gets what is told, line by line
   */
  LockOrders(Mode mode, Risks risks, Consumer<String> out) {
    this.mode = mode;
    this.risks = risks;
    this.out = out;
  }

  synchronized void testBegins() {
    running++;
  }

  /**
   * Looks for the risks of a test.
   *
   * @param name what people call it
   * @param id its unique id
   * @param testClass its class
   * @throws LockOrderError if there are any, and they are to fail it
   */
  synchronized void testEnds(Supplier<String> name, String id, Class<?> testClass) {
    boolean alone = --running == 0;
    if (mode == Mode.OFF) {
      return;
    }
    anyEnded = true;
    List<Finding> own = risks.lookIfWorthIt();
    if (!alone) {
      nobodys.addAll(own);
      own = nobodys.stream().filter(risk -> hasCodeOf(testClass, risk)).toList();
      nobodys.removeAll(own);
    }
    List<Finding> shown = risks.shown(id, own);
    shown.forEach(risk -> tell(name.get(), risk));
    fail(shown);
  }

  private static boolean hasCodeOf(Class<?> testClass, Finding risk) {
    String name = testClass.getName();
    return risk.threads().stream()
        .flatMap(thread -> thread.stack().stream())
        .map(StackTraceElement::getClassName)
        .anyMatch(each -> each.equals(name) || each.startsWith(name + "$"));
  }

  private void tell(String test, Finding risk) {
    out.accept("standstill: " + test + ": " + risk.title());
  }

  private void fail(List<Finding> found) {
    if (mode == Mode.FAIL && !found.isEmpty()) {
      throw new LockOrderError(found);
    }
  }

  /** The end of the run: sums it up. What no test was failed for fails it, if that is wanted. */
  @Override
  public synchronized void close() {
    if (!anyEnded) {
      return; // Off, or there was no test.
    }
    nobodys.addAll(risks.look());
    nobodys.forEach(risk -> tell("no test could be told to be the cause", risk));
    String sum = risks.sum();
    if (!sum.isEmpty()) {
      out.accept("standstill: " + sum);
    }
    fail(nobodys);
  }
}
