package io.standstill.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
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
  private final Supplier<LockOrderAgent> finder;
  private final IntSupplier news;
  private final Consumer<String> out;
  private final Set<String> seen = new TreeSet<>();
  private final List<Finding> nobodys = new ArrayList<>();
  private LockOrderAgent agent;
  private int heard;
  private int running;
  private boolean anyEnded;

  /**
   * @param finder the agent, asked for when it is needed first
   * @param news a number that differs if there may be a risk more; zero while there is none
   * @param out gets what is told, line by line
   */
  LockOrders(Mode mode, Supplier<LockOrderAgent> finder, IntSupplier news, Consumer<String> out) {
    this.mode = mode;
    this.finder = finder;
    this.news = news;
    this.out = out;
  }

  synchronized void testBegins() {
    running++;
  }

  /**
   * Looks for the risks of a test.
   *
   * @param name what people call it
   * @param testClass its class
   * @throws LockOrderError if there are any, and they are to fail it
   */
  synchronized void testEnds(Supplier<String> name, Class<?> testClass) {
    boolean alone = --running == 0;
    if (mode == Mode.OFF) {
      return;
    }
    anyEnded = true;
    List<Finding> own = new ArrayList<>(lookIfWorthIt());
    if (!alone) {
      nobodys.addAll(own);
      own = nobodys.stream().filter(risk -> hasCodeOf(testClass, risk)).toList();
      nobodys.removeAll(own);
    }
    own.forEach(risk -> tell(name.get(), risk));
    fail(own);
  }

  /** The number is from before the look, which may miss what comes meanwhile. */
  private List<Finding> lookIfWorthIt() {
    int now = news.getAsInt();
    if (now == heard) {
      return List.of();
    }
    heard = now;
    return look();
  }

  /** Those that were not there before. */
  private List<Finding> look() {
    if (agent == null) {
      agent = finder.get();
    }
    return agent.risks().stream().filter(risk -> seen.add(risk.id())).toList();
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

  private void fail(List<Finding> risks) {
    if (mode == Mode.FAIL && !risks.isEmpty()) {
      throw new LockOrderError(risks);
    }
  }

  /** The end of the run: sums it up. What no test was failed for fails it, if that is wanted. */
  @Override
  public synchronized void close() {
    if (!anyEnded) {
      return; // Off, or there was no test.
    }
    nobodys.addAll(look());
    nobodys.forEach(risk -> tell("no test could be told to be the cause", risk));
    String summary = summary(seen.size(), agent.known(), agent.stale());
    if (!summary.isEmpty()) {
      out.accept("standstill: " + summary);
    }
    fail(nobodys);
  }

  /** Empty if there is nothing to sum up. */
  static String summary(int fresh, int known, int stale) {
    return fresh + known + stale == 0
        ? ""
        : fresh
            + (fresh == 1 ? " new lock-order risk, " : " new lock-order risks, ")
            + known
            + " known, "
            + stale
            + " stale";
  }
}
