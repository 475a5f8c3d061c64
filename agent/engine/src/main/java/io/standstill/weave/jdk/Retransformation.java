package io.standstill.weave.jdk;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.BiConsumer;

/** Has the JVM transform classes again that are loaded already; takes a safepoint a batch. */
public final class Retransformation {
  private static final int BATCH = 64;

  private final Instrumentation instrumentation;
  private final BiConsumer<Class<?>, String> refused;

  /**
   * @param refused told each class that the JVM refuses, and why
   */
  public Retransformation(Instrumentation instrumentation, BiConsumer<Class<?>, String> refused) {
    this.instrumentation = instrumentation;
    this.refused = refused;
  }

  /** Transforms all of these that the JVM does not refuse. */
  public void of(List<Class<?>> classes) {
    for (int from = 0; from < classes.size(); from += BATCH) {
      batch(classes.subList(from, Math.min(from + BATCH, classes.size())));
    }
  }

  /** One class that the JVM refuses makes it refuse the batch: then each goes alone. */
  private void batch(List<Class<?>> classes) {
    try {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    } catch (Throwable refusal) {
      if (classes.size() > 1) {
        for (Class<?> type : classes) {
          batch(List.of(type));
        }
      } else {
        String reason = "refused by the JVM (" + refusal.getClass().getSimpleName() + ")";
        refused.accept(classes.get(0), reason);
      }
    }
  }
}
