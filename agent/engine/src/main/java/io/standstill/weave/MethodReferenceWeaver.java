package io.standstill.weave;

import io.standstill.recorder.AnyLockReferenceHooks;
import io.standstill.recorder.AwaitReferenceHooks;
import io.standstill.recorder.LockReferenceHooks;
import io.standstill.recorder.SemaphoreReferenceHooks;
import io.standstill.recorder.SignalReferenceHooks;
import io.standstill.recorder.Site;
import io.standstill.recorder.StampedLockReferenceHooks;
import io.standstill.recorder.ThreadReferenceHooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves method references such as {@code lock::lock} and {@code Semaphore::release}: they have no
 * call that could be woven, so they are pointed at a method of the recorder that makes the call.
 *
 * <p>The site becomes one more captured argument, in front of the receiver. A captured receiver
 * changes its type to {@code Object}, because captured arguments must match the target exactly, and
 * any other type would make the verifier load classes. Only what a call of the same method would be
 * woven for is woven. By another type than the JDK's own it is only for the methods of {@code
 * Lock}: the stand-in then also gets a handle of the method that was meant.
 */
final class MethodReferenceWeaver implements Primitive {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final int FLAG_SERIALIZABLE = 1;

  /** What weaves a call of the target, and what stands in for it. */
  private record Stand(List<Primitive> primitives, Class<?> hooks) {

    /** What weaves this call, or null. */
    Primitive of(MethodInsnNode call) {
      for (Primitive primitive : primitives) {
        if (primitive.matches(call) && !JoinWeaver.isNew(call)) {
          return primitive;
        }
      }
      return null;
    }
  }

  private static final Stand LOCK =
      new Stand(List.of(new LockCallWeaver()), LockReferenceHooks.class);
  private static final Stand ANY_LOCK =
      new Stand(List.of(new LockCallWeaver()), AnyLockReferenceHooks.class);
  private static final Stand AWAIT =
      new Stand(List.of(new AwaitWeaver()), AwaitReferenceHooks.class);
  private static final Stand SIGNAL =
      new Stand(List.of(new SignalWeaver(), new GiveWeaver()), SignalReferenceHooks.class);

  /** Methods of {@code Object} that are final: they are these, whatever the owner. */
  private static final Set<String> OF_OBJECT = Set.of("wait", "notify", "notifyAll");

  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String LOCKS = CONCURRENT + "locks/";
  private static final Map<String, Stand> BY_OWNER =
      Map.ofEntries(
          Map.entry(LOCKS + "Lock", LOCK),
          Map.entry(LOCKS + "ReentrantLock", LOCK),
          Map.entry(LOCKS + "ReentrantReadWriteLock$ReadLock", LOCK),
          Map.entry(LOCKS + "ReentrantReadWriteLock$WriteLock", LOCK),
          Map.entry(
              LOCKS + "StampedLock",
              new Stand(List.of(new StampedLockWeaver()), StampedLockReferenceHooks.class)),
          Map.entry(LOCKS + "Condition", SIGNAL),
          Map.entry(
              CONCURRENT + "Semaphore",
              new Stand(List.of(new SemaphoreWeaver()), SemaphoreReferenceHooks.class)),
          Map.entry(CONCURRENT + "Future", AWAIT),
          Map.entry(CONCURRENT + "CompletableFuture", AWAIT),
          Map.entry(CONCURRENT + "FutureTask", AWAIT),
          Map.entry(CONCURRENT + "ForkJoinTask", AWAIT),
          Map.entry(CONCURRENT + "CountDownLatch", AWAIT),
          Map.entry(
              "java/lang/Thread",
              new Stand(List.of(new JoinWeaver(), new ForkWeaver()), ThreadReferenceHooks.class)));

  @Override
  public Set<String> methodNames() {
    return Set.of();
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    if (!(instruction instanceof InvokeDynamicInsnNode dynamic)
        || !dynamic.bsm.getOwner().equals(FACTORY)
        || dynamic.bsmArgs.length < 3
        || !(dynamic.bsmArgs[1] instanceof Handle target)
        || target.getTag() != Opcodes.H_INVOKEVIRTUAL
            && target.getTag() != Opcodes.H_INVOKEINTERFACE) {
      return false;
    }
    return stand(target).of(call(target)) != null && !isSerializable(dynamic);
  }

  private static Stand stand(Handle target) {
    return OF_OBJECT.contains(target.getName())
        ? SIGNAL
        : BY_OWNER.getOrDefault(target.getOwner(), ANY_LOCK);
  }

  /** The call that the reference stands for. */
  private static MethodInsnNode call(Handle target) {
    return new MethodInsnNode(
        target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
        target.getOwner(),
        target.getName(),
        target.getDesc(),
        target.isInterface());
  }

  /** A serializable lambda is found again by the name of its target, which must not change. */
  private static boolean isSerializable(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getName().equals("altMetafactory")
        && dynamic.bsmArgs.length > 3
        && dynamic.bsmArgs[3] instanceof Integer flags
        && (flags & FLAG_SERIALIZABLE) != 0;
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    Handle target = (Handle) ((InvokeDynamicInsnNode) instruction).bsmArgs[1];
    return stand(target).of(call(target)).takes(call(target));
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) instruction;
    Handle target = (Handle) dynamic.bsmArgs[1];
    Stand stand = stand(target);
    boolean bound = isBound(dynamic);
    String captured = "(I";
    Code code = method.code().push(site); // STACK: [receiver], site
    swapIf(bound, code); // STACK: site, [receiver]
    if (stand == ANY_LOCK) {
      code.push(target); // STACK: site, [receiver], meant
      swapIf(bound, code); // STACK: site, meant, [receiver]
      captured += "Ljava/lang/invoke/MethodHandle;";
    }
    method.before(dynamic, code);
    dynamic.desc =
        captured
            + (bound ? "Ljava/lang/Object;)" : ")")
            + Type.getReturnType(dynamic.desc).getDescriptor();
    dynamic.bsmArgs = dynamic.bsmArgs.clone();
    dynamic.bsmArgs[1] =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(stand.hooks()),
            target.getName(),
            captured + "Ljava/lang/Object;" + target.getDesc().substring(1),
            false);
  }

  private static void swapIf(boolean bound, Code code) {
    if (bound) {
      code.swap();
    }
  }

  /** True for {@code lock::lock}, whose receiver is captured; false for {@code Lock::lock}. */
  static boolean isBound(InvokeDynamicInsnNode dynamic) {
    return !dynamic.desc.startsWith("()");
  }
}
