package io.standstill.release;

import io.standstill.jvm.Captured;
import io.standstill.pool.Promises;

/** Names a task after the code that it runs, as its author would: a lambda by its method. */
public final class TaskName {
  private TaskName() {}

  /**
   * The name of the class of a task, or the method of a lambda as a stack trace shows it, {@code
   * bank.Shop.lambda$open$0(Shop.java:31)}, with the line where that is known. What the JDK wrapped
   * around it is taken off.
   */
  public static String of(Object task) {
    return of(Promises.userTask(task).getClass());
  }

  /** The same for the class of a task that nothing is wrapped around. */
  public static String of(Class<?> type) {
    ConstantPools.Member target = Captured.isLambda(type) ? Lambdas.target(type) : null;
    return target == null ? type.getName() : nameOf(target, type.getClassLoader());
  }

  private static String nameOf(ConstantPools.Member target, ClassLoader loader) {
    ClassReleases noted = ReleaseSites.of(loader, target.owner());
    MethodReleases method = noted == null ? null : noted.method(target.name(), target.descriptor());
    return method == null || method.firstLine() == 0
        ? target.owner() + "." + target.name()
        : noted.place(target.name(), method.firstLine());
  }
}
