package io.standstill.weave.jdk;

import io.standstill.recorder.PoolHooks;
import io.standstill.recorder.TaskHooks;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves {@code ThreadPoolExecutor}: where it is made, who submits, what each worker runs, what is
 * rejected.
 *
 * <p>The end of a task is told where {@code afterExecute} is called, normally and after an
 * exception, so that no handler has to be added around the application's code.
 */
final class ThreadPoolExecutorWeaver implements JdkClassWeaver {
  private static final String NAME = "java/util/concurrent/ThreadPoolExecutor";
  private static final String RUN_WORKER = "runWorker(L" + NAME + "$Worker;)V";
  private static final String EXECUTE = "execute(Ljava/lang/Runnable;)V";
  private static final String REJECT = "reject(Ljava/lang/Runnable;)V";
  private static final String CONSTRUCTOR =
      "<init>(IIJLjava/util/concurrent/TimeUnit;Ljava/util/concurrent/BlockingQueue;"
          + "Ljava/util/concurrent/ThreadFactory;"
          + "Ljava/util/concurrent/RejectedExecutionHandler;)V";

  @Override
  public String className() {
    return NAME;
  }

  @Override
  public List<String> methods() {
    return List.of(RUN_WORKER, EXECUTE, REJECT, CONSTRUCTOR);
  }

  @Override
  public void weave(MethodNode method) {
    switch (method.name) {
      case "runWorker" -> weaveRunWorker(method);
      case "execute" -> method.instructions.insert(tell("submitting").list());
      case "reject" -> method.instructions.insert(tell("rejecting").list());
      default -> Creations.weave(method, NAME);
    }
  }

  /** Tells of {@code this} and the first argument. */
  private static HookCode tell(String hook) {
    return new HookCode()
        .load(0) // STACK: pool
        .load(1) // STACK: pool, task
        .call(PoolHooks.class, hook, Object.class, Object.class); // STACK:
  }

  private static void weaveRunWorker(MethodNode method) {
    int runs = 0;
    int ends = 0;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (!(instruction instanceof MethodInsnNode call)) {
        continue;
      }
      if (call.getOpcode() == Opcodes.INVOKEINTERFACE
          && call.owner.equals("java/lang/Runnable")
          && call.name.equals("run")) {
        runs++;
        // STACK: task
        method.instructions.insertBefore(
            call,
            new HookCode()
                .dup() // STACK: task, task
                .load(0) // STACK: task, task, pool
                .call(TaskHooks.class, "starting", Object.class, Object.class) // STACK: task
                .list());
      } else if (call.name.equals("afterExecute")) {
        ends++;
        // STACK: this, task, throwable
        method.instructions.insertBefore(
            call, new HookCode().call(TaskHooks.class, "ended").list()); // STACK: the same
      }
    }
    if (runs != 1 || ends != 2) {
      throw new UnexpectedCode(NAME + ".runWorker");
    }
  }
}
