package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.SemaphoreHooks;
import io.standstill.recorder.Site;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Weaves the methods of {@code Semaphore} that take or release permits. */
final class SemaphoreWeaver implements Primitive {
  private static final String SEMAPHORE = "java/util/concurrent/Semaphore";
  private static final Set<String> NAMES =
      Set.of("acquire", "acquireUninterruptibly", "tryAcquire", "release");

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && call.owner.equals(SEMAPHORE)
        && NAMES.contains(call.name);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    if (isRelease(instruction)) {
      return null;
    }
    return isReleasedInSameMethod(instruction) ? Site.Kind.SCOPED_PERMIT : Site.Kind.SEMAPHORE;
  }

  private static boolean isRelease(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(SEMAPHORE)
        && call.name.equals("release");
  }

  private static boolean isReleasedInSameMethod(AbstractInsnNode acquire) {
    for (AbstractInsnNode before = acquire; before != null; before = before.getPrevious()) {
      if (isRelease(before)) {
        return true;
      }
    }
    for (AbstractInsnNode after = acquire; after != null; after = after.getNext()) {
      if (isRelease(after)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
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
            "acquiring",
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
                "acquired",
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
              "acquiringWithin",
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
                "tried",
                boolean.class,
                boolean.class,
                Object.class,
                int.class,
                Journal.class,
                int.class)); // STACK: acquired
  }

  private static void weaveRelease(MethodInsnNode call, WovenMethod method) {
    Code code = method.code(); // STACK: semaphore, [permits]
    method.spillArguments(code, call); // STACK: semaphore
    code.dup(); // STACK: semaphore, semaphore
    method.loadArguments(code, call); // STACK: semaphore, semaphore, [permits]
    method.before(call, code);

    Code after = method.code(); // STACK: semaphore
    pushPermits(after, call, method); // STACK: semaphore, permits
    method.after(
        call,
        after
            .loadJournal() // STACK: semaphore, permits, journal
            .hook(
                SemaphoreHooks.class,
                "released",
                void.class,
                Object.class,
                int.class,
                Journal.class)); // STACK:
  }

  private static void pushPermits(Code code, MethodInsnNode call, WovenMethod method) {
    if (call.desc.startsWith("(I")) {
      method.loadArgument(code, call, 0);
    } else {
      code.push(1);
    }
  }
}
