package io.standstill.weave;

import io.standstill.recorder.Site;
import io.standstill.recorder.SubmissionHooks;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that hand a task to an executor or a timer, known by the class they name. The task
 * is the first argument of all of them.
 */
final class SubmissionWeaver implements Primitive {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String TIMER = "java/util/Timer";
  private static final String FUTURE = CONCURRENT + "CompletableFuture";
  private static final Set<String> EXECUTORS =
      Set.of(
          "Executor",
          "ExecutorService",
          "AbstractExecutorService",
          "ThreadPoolExecutor",
          "ScheduledExecutorService",
          "ScheduledThreadPoolExecutor",
          "ForkJoinPool",
          "CompletionService",
          "ExecutorCompletionService");
  private static final Set<String> ASYNCHRONOUS = Set.of("supplyAsync", "runAsync");

  /** What the methods are called by which executors and timers take tasks. */
  static final Set<String> HAND_OVERS =
      Set.of("execute", "submit", "schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay");

  @Override
  public Set<String> methodNames() {
    Set<String> names = new HashSet<>(HAND_OVERS);
    names.addAll(ASYNCHRONOUS);
    return names;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    if (!(instruction instanceof MethodInsnNode call)) {
      return false;
    } else if (isAsynchronous(call.owner, call.name)) {
      return true;
    }
    return HAND_OVERS.contains(call.name)
        && (call.owner.equals(TIMER)
            || call.owner.startsWith(CONCURRENT)
                && EXECUTORS.contains(call.owner.substring(CONCURRENT.length())));
  }

  /** True for the static methods that hand a function to an executor. */
  static boolean isAsynchronous(String owner, String name) {
    return ASYNCHRONOUS.contains(name) && owner.equals(FUTURE);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return Site.Kind.SUBMIT;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    Code code = method.code(); // STACK: [executor], task, [more]
    if (Type.getArgumentTypes(call.desc).length == 1) {
      code.dup(); // STACK: [executor], task, task
      tell(code, site); // STACK: [executor], task
    } else {
      method.spillArguments(code, call); // STACK: [executor]
      method.loadArgument(code, call, 0); // STACK: [executor], task
      tell(code, site); // STACK: [executor]
      method.loadArguments(code, call); // STACK: [executor], task, more
    }
    method.before(call, code);
  }

  private static void tell(Code code, int site) {
    code.push(site).hook(SubmissionHooks.class, "submitting", void.class, Object.class, int.class);
  }
}
