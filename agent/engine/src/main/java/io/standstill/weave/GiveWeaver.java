package io.standstill.weave;

import io.standstill.recorder.GiveHooks;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;
import io.standstill.release.BlockingQueues;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that give what others may wait for: signals of monitors and conditions, elements of
 * blocking queues. So it is known who has done so before.
 */
final class GiveWeaver implements Primitive {
  private static final String OBJECT = "java/lang/Object";
  private static final String QUEUE = "java/util/Queue";
  private static final Set<String> NOTIFIES = Set.of("notify", "notifyAll");
  private static final Set<String> SIGNALS = Set.of("signal", "signalAll");

  @Override
  public Set<String> methodNames() {
    Set<String> names = new HashSet<>(BlockingQueues.puts());
    names.addAll(NOTIFIES);
    names.addAll(SIGNALS);
    return names;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && (isSignal(call) || isPut(call));
  }

  private static boolean isSignal(MethodInsnNode call) {
    return call.owner.equals(OBJECT) && NOTIFIES.contains(call.name)
        || Conditions.isCondition(call.owner) && SIGNALS.contains(call.name);
  }

  private static boolean isPut(MethodInsnNode call) {
    return BlockingQueues.puts().contains(call.name)
        && (BlockingQueues.isQueue(call.owner) || call.owner.equals(QUEUE));
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    String hook = call.owner.equals(QUEUE) ? "anyGiving" : "giving";
    Code code = method.code(); // STACK: receiver, [arguments]
    method.spillArguments(code, call); // STACK: receiver
    code.dup() // STACK: receiver, receiver
        .loadJournal() // STACK: receiver, receiver, journal
        .hook(GiveHooks.class, hook, Journal.class, Object.class, Journal.class)
        .storeJournal(); // STACK: receiver
    method.loadArguments(code, call); // STACK: receiver, [arguments]
    method.before(call, code);
  }
}
