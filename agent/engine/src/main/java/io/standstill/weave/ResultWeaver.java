package io.standstill.weave;

import io.standstill.recorder.ForkHooks;
import io.standstill.recorder.Site;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Weaves waits for the result of a future, the end of a pool or the next phase where {@link
 * AwaitWeaver} does not know the class that the call names: a library's, or a subclass of the
 * JDK's. What the thread does afterwards comes after what it waited for, and that is all that is
 * noted. The receiver is asked what it is, at the call, as {@link LockCallWeaver} does.
 */
final class ResultWeaver implements Primitive {
  private static final String JDK = "java/";
  private static final String CONCURRENT = "java/util/concurrent/";

  /** Classes of the JDK that {@link AwaitWeaver} leaves to this one. */
  private static final Set<String> OF_JDK =
      Set.of(
          CONCURRENT + "RecursiveTask",
          CONCURRENT + "RecursiveAction",
          CONCURRENT + "CountedCompleter",
          CONCURRENT + "Phaser");

  /** What the receiver must be, by the name of the method. */
  private static final Map<String, Class<?>> WANTED =
      Map.ofEntries(
          Map.entry("get", Future.class),
          Map.entry("join", Future.class),
          Map.entry("quietlyJoin", Future.class),
          Map.entry("sync", Future.class),
          Map.entry("syncUninterruptibly", Future.class),
          Map.entry("await", Future.class),
          Map.entry("awaitUninterruptibly", Future.class),
          Map.entry("awaitTermination", Executor.class),
          Map.entry("awaitQuiescence", Executor.class),
          Map.entry("invokeAll", Executor.class),
          Map.entry("invokeAny", Executor.class),
          Map.entry("arriveAndAwaitAdvance", Phaser.class),
          Map.entry("awaitAdvance", Phaser.class),
          Map.entry("awaitAdvanceInterruptibly", Phaser.class));

  /** The parameters of these methods, but for a time and its unit at the end, by the same. */
  private static final Map<Class<?>, Set<String>> PARAMETERS =
      Map.of(
          Future.class, Set.of(""),
          Executor.class, Set.of("", "Ljava/util/Collection;"),
          Phaser.class, Set.of("", "I"));

  private static final String TIME = "JLjava/util/concurrent/TimeUnit;";

  /** The static methods {@code ForkJoinTask.invokeAll}, which any subclass may be named for. */
  private static final Set<String> ALL_TASKS =
      Set.of(
          "invokeAll(Ljava/util/concurrent/ForkJoinTask;Ljava/util/concurrent/ForkJoinTask;)V",
          "invokeAll([Ljava/util/concurrent/ForkJoinTask;)V",
          "invokeAll(Ljava/util/Collection;)Ljava/util/Collection;");

  @Override
  public Set<String> methodNames() {
    return WANTED.keySet();
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (runsAll(call.name, call.desc)
            || (call.getOpcode() == Opcodes.INVOKEVIRTUAL
                    || call.getOpcode() == Opcodes.INVOKEINTERFACE)
                && waits(call));
  }

  /** True for a static method that hands over several tasks and waits for them. */
  static boolean runsAll(String name, String descriptor) {
    return ALL_TASKS.contains(name + descriptor);
  }

  private static boolean waits(MethodInsnNode call) {
    Class<?> wanted = WANTED.get(call.name);
    return wanted != null
        && (!call.owner.startsWith(JDK) || OF_JDK.contains(call.owner))
        && isWait(wanted, call)
        && mayBeResult(Type.getReturnType(call.desc), call.name);
  }

  private static boolean isWait(Class<?> wanted, MethodInsnNode call) {
    String parameters = call.desc.substring(1, call.desc.indexOf(')'));
    String untimed =
        parameters.endsWith(TIME)
            ? parameters.substring(0, parameters.length() - TIME.length())
            : parameters;
    return PARAMETERS.get(wanted).contains(untimed);
  }

  /**
   * The value of a future is any object; of the methods called {@code get} those that return
   * something in particular are too many to be asked. Those that futures have of their own return
   * what they like, or nothing.
   */
  private static boolean mayBeResult(Type type, String name) {
    return name.equals("get") || name.equals("join")
        ? type.getInternalName().equals("java/lang/Object")
        : type.getSize() < 2;
  }

  /** True for a call that waits if its receiver is a future, and mostly is none. */
  static boolean waitsForUnsure(MethodInsnNode call) {
    return call.name.equals("get") && !call.owner.startsWith(JDK) && waits(call);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    if (runsAll(call.name, call.desc)) {
      method.before(call, method.code().hook(ForkHooks.class, "forking", void.class));
      method.after(
          call,
          method
              .code()
              .push(1) // STACK: [tasks], true
              .hook(ForkHooks.class, "passed", void.class, boolean.class)); // STACK: [tasks]
      return;
    }
    String wanted = Type.getInternalName(WANTED.get(call.name));
    Code before = method.code(); // STACK: awaited, [arguments]
    method.spillArguments(before, call); // STACK: awaited
    if (call.name.startsWith("invoke")) {
      before.hook(ForkHooks.class, "forking", void.class);
    }
    before
        .dup() // STACK: awaited, awaited
        .dup() // STACK: awaited, awaited, awaited
        .add(new TypeInsnNode(Opcodes.INSTANCEOF, wanted)) // STACK: awaited, awaited, isOne
        .hook(ForkHooks.class, "passing", void.class, boolean.class); // STACK: awaited, awaited
    method.loadArguments(before, call); // STACK: awaited, awaited, [arguments]
    method.before(call, before);
    Code after = method.code(); // STACK: awaited, [result]
    if (Type.getReturnType(call.desc) != Type.VOID_TYPE) {
      after.swap(); // STACK: [result], awaited
    }
    after
        .add(new TypeInsnNode(Opcodes.INSTANCEOF, wanted)) // STACK: [result], isOne
        .hook(ForkHooks.class, "passed", void.class, boolean.class); // STACK: [result]
    method.after(call, after);
  }
}
