package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.QueueHooks;
import io.standstill.recorder.Site;
import io.standstill.release.BlockingQueues;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that take from a blocking queue of the JDK, known by the class they name. Pools that
 * are not the JDK's have such a queue too.
 */
final class TakeWeaver implements Primitive {
  @Override
  public Set<String> methodNames() {
    return BlockingQueues.takes();
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && BlockingQueues.takes().contains(call.name)
        && BlockingQueues.isQueue(call.owner);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    Code code = method.code(); // STACK: queue, [arguments]
    method.spillArguments(code, call); // STACK: queue
    code.dup() // STACK: queue, queue
        .loadJournal() // STACK: queue, queue, journal
        .hook(QueueHooks.class, "taking", Journal.class, Object.class, Journal.class)
        .storeJournal(); // STACK: queue
    method.loadArguments(code, call); // STACK: queue, [arguments]
    method.before(call, code);
  }
}
