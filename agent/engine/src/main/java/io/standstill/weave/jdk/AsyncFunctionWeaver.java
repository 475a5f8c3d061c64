package io.standstill.weave.jdk;

import io.standstill.recorder.TaskHooks;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Weaves the two tasks behind {@code supplyAsync} and {@code runAsync}. They forget their future
 * before they call the function, so the thread's journal keeps it until they are done:
 *
 * <pre>{@code
 * public void run() {
 *   TaskHooks.completing(dep);
 *   try {
 *     ...
 *   } finally {
 *     TaskHooks.completed();
 *   }
 * }
 * }</pre>
 */
final class AsyncFunctionWeaver implements JdkClassWeaver {
  private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";

  private final String className;

  AsyncFunctionWeaver(String className) {
    this.className = className;
  }

  @Override
  public String className() {
    return className;
  }

  @Override
  public List<String> methods() {
    return List.of("run()V");
  }

  @Override
  public void weave(MethodNode method) {
    check(method);
    AbstractInsnNode[] original = method.instructions.toArray();
    LabelNode start = new LabelNode();
    method.instructions.insert(
        new HookCode()
            .load(0) // STACK: task
            .add(new FieldInsnNode(Opcodes.GETFIELD, className, "dep", FUTURE)) // STACK: future
            .call(TaskHooks.class, "completing", Object.class) // STACK:
            .add(start)
            .list());
    LabelNode handler = new LabelNode();
    boolean open = false;
    for (AbstractInsnNode instruction : original) {
      if (instruction.getOpcode() == Opcodes.RETURN) {
        LabelNode end = new LabelNode();
        // STACK:
        method.instructions.insertBefore(
            instruction,
            new HookCode().add(end).call(TaskHooks.class, "completed").list()); // STACK:
        if (open) {
          protect(method, start, end, handler);
        }
        start = new LabelNode();
        method.instructions.insert(instruction, start);
        open = false;
      } else {
        open |= instruction.getOpcode() >= 0;
      }
    }
    method.instructions.add(handlerCode(handler));
    if (open) {
      protect(method, start, handler, handler);
    }
  }

  /** The future must be where we look for it, and {@code this} where the handler does. */
  private void check(MethodNode method) {
    boolean found = false;
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof VarInsnNode variable
          && variable.var == 0
          && variable.getOpcode() != Opcodes.ALOAD) {
        throw new UnexpectedCode(className + ".run");
      }
      found |=
          instruction instanceof FieldInsnNode field
              && field.getOpcode() == Opcodes.GETFIELD
              && field.owner.equals(className)
              && field.name.equals("dep")
              && field.desc.equals(FUTURE);
    }
    if (!found) {
      throw new UnexpectedCode(className + ".run");
    }
  }

  /** Comes after all other handlers, which so keep what they catch. */
  private static void protect(
      MethodNode method, LabelNode start, LabelNode end, LabelNode handler) {
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
  }

  private InsnList handlerCode(LabelNode handler) {
    return new HookCode()
        .add(handler)
        .add(
            new FrameNode(
                Opcodes.F_NEW,
                1,
                new Object[] {className},
                1,
                new Object[] {Type.getInternalName(Throwable.class)})) // STACK: throwable
        .call(TaskHooks.class, "completed") // STACK: throwable
        .add(new InsnNode(Opcodes.ATHROW))
        .list();
  }
}
