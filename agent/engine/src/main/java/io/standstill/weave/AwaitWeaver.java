package io.standstill.weave;

import io.standstill.recorder.AwaitHooks;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that wait for a future, a pool, a gate or a process: since when a thread waits,
 * where, and how long it is willing to, no JVM tells. The calls are known by the class they name;
 * but an {@code await()} of another class may still be one of a latch, and the {@code any…} hooks
 * ask the receiver. A latch that awaits itself is left alone: it is called back, and not counted
 * down.
 */
final class AwaitWeaver implements Primitive {
  private static final String JDK = "java/";
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> GETS = Set.of("get", "join");
  private static final Set<String> ENDS =
      Set.of("awaitTermination", "awaitQuiescence", "close", "invoke", "invokeAny", "invokeAll");
  private static final Set<String> TAKES = Set.of("take", "poll");
  private static final String TIME = "JLjava/util/concurrent/TimeUnit;)";
  private static final Set<String> UNTIMED =
      Set.of("()", "(Ljava/util/Collection;)", "(Ljava/util/concurrent/ForkJoinTask;)");
  private static final Map<String, Set<String>> METHODS =
      Map.ofEntries(
          Map.entry("Future", GETS),
          Map.entry("FutureTask", GETS),
          Map.entry("RunnableFuture", GETS),
          Map.entry("ScheduledFuture", GETS),
          Map.entry("CompletableFuture", GETS),
          Map.entry("ForkJoinTask", GETS),
          Map.entry("ExecutorService", ENDS),
          Map.entry("ScheduledExecutorService", ENDS),
          Map.entry("ThreadPoolExecutor", ENDS),
          Map.entry("ScheduledThreadPoolExecutor", ENDS),
          Map.entry("ForkJoinPool", ENDS),
          Map.entry("CompletionService", TAKES),
          Map.entry("ExecutorCompletionService", TAKES),
          Map.entry("CountDownLatch", Set.of("await")),
          Map.entry("CyclicBarrier", Set.of("await")));

  private static final String PROCESS = "java/lang/Process";
  private static final Set<String> EXITS = Set.of("waitFor");

  @Override
  public Set<String> methodNames() {
    Set<String> names = new HashSet<>();
    METHODS.values().forEach(names::addAll);
    names.addAll(EXITS);
    return names;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && (waits(call.owner).contains(call.name) && (isTimed(call) || isUntimed(call))
            || mayBeOfLatch(call));
  }

  private static boolean mayBeOfLatch(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && !call.owner.startsWith(JDK)
        && call.name.equals("await")
        && call.desc.equals("()V");
  }

  /** The methods of a class that wait. */
  private static Set<String> waits(String owner) {
    if (owner.equals(PROCESS)) {
      return EXITS;
    }
    return owner.startsWith(CONCURRENT)
        ? METHODS.getOrDefault(owner.substring(CONCURRENT.length()), Set.of())
        : Set.of();
  }

  private static boolean isTimed(MethodInsnNode call) {
    return call.desc.contains(TIME);
  }

  /** Without a time, {@code poll} does not wait. */
  private static boolean isUntimed(MethodInsnNode call) {
    return UNTIMED.contains(call.desc.substring(0, call.desc.indexOf(')') + 1))
        && !call.name.equals("poll");
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return Site.Kind.AWAIT;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    boolean any = mayBeOfLatch(call);
    if (any && call.owner.equals(method.owner)) {
      return;
    }
    Code code = method.code(); // STACK: awaited, [tasks], [time, unit]
    method.spillArguments(code, call); // STACK: awaited
    code.dup(); // STACK: awaited, awaited
    if (isTimed(call)) {
      int time = Type.getArgumentTypes(call.desc).length - 2;
      method.loadArgument(code, call, time); // STACK: awaited, awaited, time
      method.loadArgument(code, call, time + 1); // STACK: awaited, awaited, time, unit
      code.loadJournal() // STACK: awaited, awaited, time, unit, journal
          .push(site) // STACK: awaited, awaited, time, unit, journal, site
          .hook(
              AwaitHooks.class,
              "awaitingWithin",
              Journal.class,
              Object.class,
              long.class,
              TimeUnit.class,
              Journal.class,
              int.class);
    } else {
      code.loadJournal() // STACK: awaited, awaited, journal
          .push(site) // STACK: awaited, awaited, journal, site
          .hook(
              AwaitHooks.class,
              any ? "anyAwaiting" : "awaiting",
              Journal.class,
              Object.class,
              Journal.class,
              int.class);
    }
    code.storeJournal(); // STACK: awaited
    method.loadArguments(code, call); // STACK: awaited, [tasks], [time, unit]
    method.before(call, code);
    method.after(
        call,
        method
            .code()
            .loadJournal() // STACK: [result], journal
            .hook(
                AwaitHooks.class,
                any ? "anyAwaited" : "awaited",
                void.class,
                Journal.class)); // STACK: [result]
  }
}
