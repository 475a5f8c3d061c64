package io.standstill.weave.jdk;

import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/** Weaves {@code ForkJoinPool}: where it is made. The common pool is not made by anyone. */
final class ForkJoinPoolWeaver implements JdkClassWeaver {
  private static final String NAME = "java/util/concurrent/ForkJoinPool";

  @Override
  public String className() {
    return NAME;
  }

  @Override
  public List<String> methods() {
    return List.of(
        "<init>(IL"
            + NAME
            + "$ForkJoinWorkerThreadFactory;Ljava/lang/Thread$UncaughtExceptionHandler;ZIII"
            + "Ljava/util/function/Predicate;JLjava/util/concurrent/TimeUnit;)V");
  }

  @Override
  public void weave(MethodNode method) {
    Creations.weave(method, NAME);
  }
}
