package io.standstill.weave.jdk;

import io.standstill.recorder.PoolHooks;
import io.standstill.recorder.TaskHooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves {@code ThreadPoolExecutor}: where it is made, who submits, what each worker runs, what is
 * rejected or dropped.
 *
 * <p>A worker stays in the loop of {@code runWorker} as long as it lives, so a hook in there would
 * not be seen by workers from before an attach. But for each task that loop calls {@code getTask},
 * which gives one task and so tells that the one before is over; the first task of a worker, which
 * does not come from there, is told when the loop begins.
 */
final class ThreadPoolExecutorWeaver implements JdkClassWeaver {
  private static final String NAME = "java/util/concurrent/ThreadPoolExecutor";
  private static final String RUN_WORKER = "runWorker(L" + NAME + "$Worker;)V";
  private static final String GET_TASK = "getTask()Ljava/lang/Runnable;";
  private static final String EXIT = "processWorkerExit(L" + NAME + "$Worker;Z)V";
  private static final String EXECUTE = "execute(Ljava/lang/Runnable;)V";
  private static final String REJECT = "reject(Ljava/lang/Runnable;)V";
  private static final String SHUTDOWN_NOW = "shutdownNow()Ljava/util/List;";
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
    return List.of(RUN_WORKER, GET_TASK, EXIT, EXECUTE, REJECT, SHUTDOWN_NOW, CONSTRUCTOR);
  }

  @Override
  public void weave(MethodNode method) {
    switch (method.name) {
      case "runWorker" -> weaveBeginning(method);
      case "getTask" -> weaveGetTask(method);
      case "processWorkerExit" ->
          method.instructions.insert(new HookCode().call(TaskHooks.class, "left").list());
      case "execute" -> method.instructions.insert(tell("submitting").list());
      case "reject" -> method.instructions.insert(tell("rejecting").list());
      case "shutdownNow" -> weaveShutdown(method);
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

  private static void weaveShutdown(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction.getOpcode() == Opcodes.ARETURN) {
        // STACK: tasks
        method.instructions.insertBefore(
            instruction,
            new HookCode()
                .dup() // STACK: tasks, tasks
                .load(0) // STACK: tasks, tasks, pool
                .call(PoolHooks.class, "dropping", Object.class, Object.class)
                .list()); // STACK: tasks
      }
    }
  }

  private static void weaveBeginning(MethodNode method) {
    FieldInsnNode first = null;
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() == Opcodes.GETFIELD
          && instruction instanceof FieldInsnNode field
          && field.name.equals("firstTask")) {
        first = field;
      }
    }
    if (first == null) {
      throw new UnexpectedCode(NAME + ".runWorker");
    }
    method.instructions.insert(
        new HookCode()
            .load(1) // STACK: worker
            .add(new FieldInsnNode(Opcodes.GETFIELD, first.owner, first.name, first.desc))
            .load(0) // STACK: task, pool
            .call(TaskHooks.class, "starting", Object.class, Object.class) // STACK:
            .list());
  }

  /** What the first hook has found, the last one need not look for: a new local keeps it. */
  private static void weaveGetTask(MethodNode method) {
    int work = method.maxLocals++;
    boolean takes = false;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction.getOpcode() == Opcodes.ARETURN) {
        // STACK: task
        method.instructions.insertBefore(
            instruction,
            new HookCode()
                .dup() // STACK: task, task
                .load(0) // STACK: task, task, pool
                .load(work) // STACK: task, task, pool, work
                .call(TaskHooks.class, "next", Object.class, Object.class, Object.class)
                .list()); // STACK: task
      } else if (instruction instanceof FrameNode frame) {
        addLocal(frame, work);
      }
      takes |= instruction instanceof MethodInsnNode call && call.name.equals("take");
    }
    if (!takes) {
      throw new UnexpectedCode(NAME + ".getTask");
    }
    method.instructions.insert(
        new HookCode()
            .ask(TaskHooks.class, "ended") // STACK: work
            .store(work) // STACK:
            .list());
  }

  /** A frame lists a long or double once, though it takes two locals. */
  private static void addLocal(FrameNode frame, int local) {
    List<Object> locals = new ArrayList<>(frame.local);
    int slots = 0;
    for (Object type : locals) {
      slots += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    locals.addAll(Collections.nCopies(local - slots, Opcodes.TOP));
    locals.add(Type.getInternalName(Object.class));
    frame.local = locals;
  }
}
