package io.standstill.release;

import java.util.concurrent.Callable;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The method by which an executor or a future runs an object. */
record Entry(String name, String descriptor) {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final Entry RUN = new Entry("run", "()V");
  private static final Entry CALL = new Entry("call", "()" + OBJECT);
  private static final Entry GET = new Entry("get", "()" + OBJECT);
  private static final Entry APPLY = new Entry("apply", "(" + OBJECT + ")" + OBJECT);
  private static final Entry APPLY_BOTH = new Entry("apply", "(" + OBJECT + OBJECT + ")" + OBJECT);
  private static final Entry ACCEPT = new Entry("accept", "(" + OBJECT + ")V");
  private static final Entry ACCEPT_BOTH = new Entry("accept", "(" + OBJECT + OBJECT + ")V");
  private static final Entry COMPUTE = new Entry("compute", "()" + OBJECT);
  private static final Entry COMPUTE_NOTHING = new Entry("compute", "()V");
  private static final Entry EXECUTE = new Entry("exec", "()Z");

  /** The method, or null if nobody runs such an object. */
  static Entry of(Object task) {
    if (task instanceof ForkJoinTask) {
      return task instanceof RecursiveTask
          ? COMPUTE
          : task instanceof RecursiveAction || task instanceof CountedCompleter
              ? COMPUTE_NOTHING
              : EXECUTE;
    } else if (task instanceof Runnable) {
      return RUN;
    } else if (task instanceof Callable) {
      return CALL;
    } else if (task instanceof Supplier) {
      return GET;
    } else if (task instanceof Function) {
      return APPLY;
    } else if (task instanceof BiFunction) {
      return APPLY_BOTH;
    } else if (task instanceof Consumer) {
      return ACCEPT;
    }
    return task instanceof BiConsumer ? ACCEPT_BOTH : null;
  }

  /** The arguments, the task itself being the first; the others are not known. */
  Object[] arguments(Object task) {
    Object[] arguments = new Object[1 + Lambdas.references(descriptor).size()];
    arguments[0] = task;
    return arguments;
  }
}
