package io.standstill.weave;

import io.standstill.recorder.ForkHooks;
import io.standstill.recorder.Site;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that start threads, on any owner: subclasses of threads are started too. What a
 * thread did before it started another comes before all that the other does. The same goes for
 * tasks that are handed to what is not named as an executor of the JDK, and may be one: {@link
 * SubmissionWeaver} knows the others.
 */
final class ForkWeaver implements Primitive {
  private static final String THREAD = "java/lang/Thread";
  private static final String BUILDER = "java/lang/Thread$Builder";
  private static final String START = "start";
  private static final String START_VIRTUAL = "startVirtualThread";
  private static final String FORK = "fork";
  private static final String RUNNABLE = "(Ljava/lang/Runnable;";
  private static final String CALLABLE = "(Ljava/util/concurrent/Callable;";
  private static final String FORKED = "()Ljava/util/concurrent/ForkJoinTask;";

  @Override
  public Set<String> methodNames() {
    Set<String> names = new HashSet<>(SubmissionWeaver.HAND_OVERS);
    names.addAll(Set.of(START, START_VIRTUAL, FORK));
    return names;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (isStart(call)
            || isBuilderStart(call)
            || isStaticStart(call.owner, call.name)
            || isHandOver(call));
  }

  private static boolean isStart(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && call.name.equals(START)
        && call.desc.equals("()V")
        && (call.owner.equals(THREAD) || !call.owner.startsWith("java"));
  }

  private static boolean isBuilderStart(MethodInsnNode call) {
    return call.name.equals(START) && call.owner.startsWith(BUILDER);
  }

  private static boolean isHandOver(MethodInsnNode call) {
    return call.name.equals(FORK) && call.desc.equals(FORKED)
        || SubmissionWeaver.HAND_OVERS.contains(call.name)
            && !call.owner.startsWith("java/")
            && (call.desc.startsWith(RUNNABLE) || call.desc.startsWith(CALLABLE));
  }

  /** True for the static method that starts a virtual thread. */
  static boolean isStaticStart(String owner, String name) {
    return name.equals(START_VIRTUAL) && owner.equals(THREAD);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    Code code = method.code(); // STACK: thread, or what a thread is made of
    if (isStart((MethodInsnNode) instruction)) {
      code.dup() // STACK: thread, thread
          .hook(ForkHooks.class, "starting", void.class, Object.class); // STACK: thread
    } else {
      code.hook(ForkHooks.class, "forking", void.class);
    }
    method.before(instruction, code);
  }
}
