package io.standstill.weave;

import io.standstill.recorder.MethodReferenceHooks;
import io.standstill.recorder.Site;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Weaves method references such as {@code lock::lock} and {@code Semaphore::release}: they have no
 * call that could be woven, so they are pointed at a method of the recorder that makes the call.
 *
 * <p>The site becomes one more captured argument. A captured receiver changes its type to that of
 * the hook's parameter, because captured arguments must match the target exactly.
 */
final class MethodReferenceWeaver implements Primitive {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final int FLAG_SERIALIZABLE = 1;

  private static final String LOCK = "java/util/concurrent/locks/Lock";
  private static final String SEMAPHORE = "java/util/concurrent/Semaphore";
  private static final Map<String, String> RECEIVERS =
      Map.of(
          LOCK,
          LOCK,
          "java/util/concurrent/locks/ReentrantLock",
          LOCK,
          "java/util/concurrent/locks/ReentrantReadWriteLock$ReadLock",
          LOCK,
          "java/util/concurrent/locks/ReentrantReadWriteLock$WriteLock",
          LOCK,
          SEMAPHORE,
          SEMAPHORE);
  private static final Map<String, Set<String>> TARGETS =
      Map.of(
          LOCK, Set.of("lock()V", "lockInterruptibly()V", "tryLock()Z", "unlock()V"),
          SEMAPHORE,
              Set.of("acquire()V", "acquireUninterruptibly()V", "tryAcquire()Z", "release()V"));

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
    String receiver = RECEIVERS.get(target.getOwner());
    return receiver != null
        && TARGETS.get(receiver).contains(target.getName() + target.getDesc())
        && !isSerializable(dynamic);
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
    return target.getOwner().equals(SEMAPHORE) ? Site.Kind.SEMAPHORE : Site.Kind.LOCK;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) instruction;
    Handle target = (Handle) dynamic.bsmArgs[1];
    Type receiver = Type.getObjectType(RECEIVERS.get(target.getOwner()));
    Type made = Type.getReturnType(dynamic.desc);
    Type result = Type.getReturnType(target.getDesc());
    Type[] parameters;
    if (isBound(dynamic)) {
      parameters = new Type[] {receiver, Type.INT_TYPE};
      dynamic.desc = Type.getMethodDescriptor(made, receiver, Type.INT_TYPE);
    } else {
      parameters = new Type[] {Type.INT_TYPE, receiver};
      dynamic.desc = Type.getMethodDescriptor(made, Type.INT_TYPE);
    }
    dynamic.bsmArgs = dynamic.bsmArgs.clone();
    dynamic.bsmArgs[1] =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(MethodReferenceHooks.class),
            target.getName(),
            Type.getMethodDescriptor(result, parameters),
            false);
    method.before(dynamic, method.code().push(site)); // STACK: [receiver], site
  }

  /** True for {@code lock::lock}, whose receiver is captured; false for {@code Lock::lock}. */
  static boolean isBound(InvokeDynamicInsnNode dynamic) {
    return !dynamic.desc.startsWith("()");
  }
}
