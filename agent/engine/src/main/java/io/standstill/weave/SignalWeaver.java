package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;
import io.standstill.recorder.WaitHooks;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves waits for a signal, {@code Object.wait} and {@code Condition.await}: they take a lock
 * again while others are held. {@code Object.wait} is final, so any owner will do.
 */
final class SignalWeaver implements Primitive {
  private static final Set<String> MONITOR_WAITS = Set.of("wait()V", "wait(J)V", "wait(JI)V");
  private static final Set<String> CONDITION_WAITS =
      Set.of("await", "awaitUninterruptibly", "awaitNanos", "awaitUntil");

  @Override
  public Set<String> methodNames() {
    Set<String> names = Primitive.namesOf(MONITOR_WAITS);
    names.addAll(CONDITION_WAITS);
    return names;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && (isMonitorWait(call)
            || Conditions.isCondition(call.owner) && CONDITION_WAITS.contains(call.name));
  }

  private static boolean isMonitorWait(MethodInsnNode call) {
    return MONITOR_WAITS.contains(call.name + call.desc);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return isMonitorWait((MethodInsnNode) instruction) ? Site.Kind.MONITOR : Site.Kind.SIGNAL;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    Code code = method.code(); // STACK: awaited, [arguments]
    method.spillArguments(code, call); // STACK: awaited
    code.dup() // STACK: awaited, awaited
        .loadJournal() // STACK: awaited, awaited, journal
        .push(site) // STACK: awaited, awaited, journal, site
        .hook(
            WaitHooks.class,
            isMonitorWait(call) ? "waiting" : "awaitingSignal",
            void.class,
            Object.class,
            Journal.class,
            int.class); // STACK: awaited
    method.loadArguments(code, call); // STACK: awaited, [arguments]
    method.before(call, code);
  }
}
