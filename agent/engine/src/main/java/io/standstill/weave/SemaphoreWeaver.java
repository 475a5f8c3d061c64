package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.SemaphoreHooks;
import io.standstill.recorder.Site;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves the methods of {@code Semaphore} that take or release permits. A call whose owner is
 * another class may still reach a subclass of it; the {@code any…} hooks ask the receiver. A call
 * of {@code super.release()} is left alone in a method of that name, whose own call has been woven,
 * but not in one that is called {@code giveBack()}.
 */
final class SemaphoreWeaver implements Primitive {
  private static final String SEMAPHORE = "java/util/concurrent/Semaphore";
  private static final String JDK = "java/";
  private static final Set<String> SIGNATURES =
      Set.of(
          "acquire()V",
          "acquire(I)V",
          "acquireUninterruptibly()V",
          "acquireUninterruptibly(I)V",
          "tryAcquire()Z",
          "tryAcquire(I)Z",
          "tryAcquire(JLjava/util/concurrent/TimeUnit;)Z",
          "tryAcquire(IJLjava/util/concurrent/TimeUnit;)Z",
          "release()V",
          "release(I)V");

  @Override
  public Set<String> methodNames() {
    return Primitive.namesOf(SIGNATURES);
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKESPECIAL)
        && (call.owner.equals(SEMAPHORE) || !call.owner.startsWith(JDK))
        && SIGNATURES.contains(call.name + call.desc);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    if (call.name.equals("release")) {
      return null;
    }
    return isReleasedInSameMethod(call) ? Site.Kind.SCOPED_PERMIT : Site.Kind.SEMAPHORE;
  }

  private boolean isReleasedInSameMethod(MethodInsnNode acquire) {
    for (AbstractInsnNode before = acquire; before != null; before = before.getPrevious()) {
      if (isRelease(before, acquire.owner)) {
        return true;
      }
    }
    for (AbstractInsnNode after = acquire; after != null; after = after.getNext()) {
      if (isRelease(after, acquire.owner)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRelease(AbstractInsnNode instruction, String owner) {
    return matches(instruction)
        && instruction instanceof MethodInsnNode call
        && call.owner.equals(owner)
        && call.name.equals("release");
  }

  /** The hook for calls of this owner. */
  private static String hook(MethodInsnNode call, String name) {
    return call.owner.equals(SEMAPHORE)
        ? name
        : "any" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    if (call.getOpcode() == Opcodes.INVOKESPECIAL && method.node.name.equals(call.name)) {
      return;
    }
    switch (call.name) {
      case "release" -> weaveRelease(call, method);
      case "tryAcquire" -> weaveTryAcquire(call, site, method);
      default -> weaveAcquire(call, site, method);
    }
  }

  private static void weaveAcquire(MethodInsnNode call, int site, WovenMethod method) {
    Code code = method.code(); // STACK: semaphore, [permits]
    method.spillArguments(code, call); // STACK: semaphore
    code.dup() // STACK: semaphore, semaphore
        .dup() // STACK: semaphore, semaphore, semaphore
        .loadJournal() // STACK: semaphore, semaphore, semaphore, journal
        .push(site) // STACK: semaphore, semaphore, semaphore, journal, site
        .hook(
            SemaphoreHooks.class,
            hook(call, "acquiring"),
            Journal.class,
            Object.class,
            Journal.class,
            int.class) // STACK: semaphore, semaphore, journal
        .storeJournal(); // STACK: semaphore, semaphore
    method.loadArguments(code, call); // STACK: semaphore, semaphore, [permits]
    method.before(call, code);

    Code after = method.code(); // STACK: semaphore
    pushPermits(after, call, method); // STACK: semaphore, permits
    method.afterTaking(
        call,
        after
            .loadJournal() // STACK: semaphore, permits, journal
            .push(site) // STACK: semaphore, permits, journal, site
            .hook(
                SemaphoreHooks.class,
                hook(call, "acquired"),
                void.class,
                Object.class,
                int.class,
                Journal.class,
                int.class)); // STACK:
  }

  private static void weaveTryAcquire(MethodInsnNode call, int site, WovenMethod method) {
    Code code = method.code(); // STACK: semaphore, [permits], [time, unit]
    method.spillArguments(code, call); // STACK: semaphore
    code.dup(); // STACK: semaphore, semaphore
    if (call.desc.contains("J")) {
      int time = call.desc.startsWith("(I") ? 1 : 0;
      method.loadArgument(code, call, time); // STACK: semaphore, semaphore, time
      method.loadArgument(code, call, time + 1); // STACK: semaphore, semaphore, time, unit
      code.loadJournal() // STACK: semaphore, semaphore, time, unit, journal
          .push(site) // STACK: semaphore, semaphore, time, unit, journal, site
          .hook(
              SemaphoreHooks.class,
              hook(call, "acquiringWithin"),
              Journal.class,
              Object.class,
              long.class,
              TimeUnit.class,
              Journal.class,
              int.class) // STACK: semaphore, journal
          .storeJournal() // STACK: semaphore
          .dup(); // STACK: semaphore, semaphore
    }
    method.loadArguments(code, call); // STACK: semaphore, semaphore, [permits], [time, unit]
    method.before(call, code);

    Code after = method.code().swap(); // STACK: acquired, semaphore
    pushPermits(after, call, method); // STACK: acquired, semaphore, permits
    method.after(
        call,
        after
            .loadJournal() // STACK: acquired, semaphore, permits, journal
            .push(site) // STACK: acquired, semaphore, permits, journal, site
            .hook(
                SemaphoreHooks.class,
                hook(call, "tried"),
                boolean.class,
                boolean.class,
                Object.class,
                int.class,
                Journal.class,
                int.class)); // STACK: acquired
  }

  /** Before the release: who gets the permit must find it noted that it was handed over. */
  private static void weaveRelease(MethodInsnNode call, WovenMethod method) {
    Code code = method.code(); // STACK: semaphore, [permits]
    method.spillArguments(code, call); // STACK: semaphore
    code.dup(); // STACK: semaphore, semaphore
    pushPermits(code, call, method); // STACK: semaphore, semaphore, permits
    code.loadJournal() // STACK: semaphore, semaphore, permits, journal
        .hook(
            SemaphoreHooks.class,
            hook(call, "releasing"),
            void.class,
            Object.class,
            int.class,
            Journal.class); // STACK: semaphore
    method.loadArguments(code, call); // STACK: semaphore, [permits]
    method.before(call, code);
  }

  private static void pushPermits(Code code, MethodInsnNode call, WovenMethod method) {
    if (call.desc.startsWith("(I")) {
      method.loadArgument(code, call, 0);
    } else {
      code.push(1);
    }
  }
}
