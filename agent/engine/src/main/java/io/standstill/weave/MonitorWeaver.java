package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.MonitorHooks;
import io.standstill.recorder.Site;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;

/**
 * Weaves {@code monitorenter} and {@code monitorexit}.
 *
 * <p>The compiler's shape is kept, since HotSpot compiles structured locking only: the range that
 * protects the block still starts right after the enter, and does not cover the hook after the
 * exit.
 */
final class MonitorWeaver implements Primitive {

  @Override
  public Set<String> methodNames() {
    return Set.of();
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.MONITORENTER
        || instruction.getOpcode() == Opcodes.MONITOREXIT;
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.MONITORENTER ? Site.Kind.MONITOR : null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    if (instruction.getOpcode() == Opcodes.MONITORENTER) {
      weaveEnter(instruction, site, method);
    } else {
      weaveExit(instruction, method);
    }
  }

  private static void weaveEnter(AbstractInsnNode enter, int site, WovenMethod method) {
    // STACK: lock
    method.before(
        enter,
        method
            .code()
            .dup() // STACK: lock, lock
            .loadJournal() // STACK: lock, lock, journal
            .push(site) // STACK: lock, lock, journal, site
            .hook(
                MonitorHooks.class,
                "entering",
                Journal.class,
                Object.class,
                Journal.class,
                int.class) // STACK: lock, journal
            .storeJournal()); // STACK: lock
    method.afterTaking(
        enter,
        method
            .code()
            .loadJournal() // STACK: journal
            .hook(MonitorHooks.class, "entered", void.class, Journal.class)); // STACK:
  }

  private static void weaveExit(AbstractInsnNode exit, WovenMethod method) {
    int monitor = MonitorRanges.monitorOf(exit);
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    // STACK: lock
    method.before(exit, method.code().dup()); // STACK: lock, lock
    method.after(
        exit,
        method
            .code() // STACK: lock
            .add(start)
            .loadJournal() // STACK: lock, journal
            .hook(MonitorHooks.class, "exited", void.class, Object.class, Journal.class) // STACK:
            .add(end));
    MonitorRanges.exclude(method.node, monitor, start, end);
  }
}
