package io.standstill.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The registry: every primitive that is woven at an instruction. Synchronized methods, which have
 * no instruction of their own, are woven by {@link SynchronizedMethodWeaver}.
 *
 * <p>Calls are looked up by the name of the method, which rules most of them out at once: this is
 * asked for every instruction of every class that is woven.
 */
final class Primitives {
  private static final Map<String, List<Primitive>> CALLS =
      byMethodName(
          new LockCallWeaver(),
          new StampedLockWeaver(),
          new SemaphoreWeaver(),
          new JoinWeaver(),
          new ForkWeaver(),
          new AwaitWeaver(),
          new ResultWeaver(),
          new StageWeaver(),
          new SignalWeaver(),
          new TakeWeaver(),
          new LoanWeaver(),
          new GiveWeaver(),
          new SubmissionWeaver());

  private static final List<Primitive> OTHERS =
      List.of(new MonitorWeaver(), new MethodReferenceWeaver());

  private Primitives() {}

  private static Map<String, List<Primitive>> byMethodName(Primitive... primitives) {
    Map<String, List<Primitive>> byName = new HashMap<>();
    for (Primitive primitive : primitives) {
      for (String name : primitive.methodNames()) {
        byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(primitive);
      }
    }
    return byName;
  }

  /** The primitive that weaves an instruction, or null: most instructions are left alone. */
  static Primitive of(AbstractInsnNode instruction) {
    List<Primitive> candidates =
        instruction instanceof MethodInsnNode call
            ? CALLS.getOrDefault(call.name, List.of())
            : OTHERS;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).matches(instruction)) {
        return candidates.get(i);
      }
    }
    return null;
  }

  /** No call of a method of any other name is woven, whatever its class. */
  static Set<String> methodNames() {
    return CALLS.keySet();
  }
}
