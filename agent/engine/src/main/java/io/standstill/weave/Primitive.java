package io.standstill.weave;

import io.standstill.recorder.Site;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * One way in which code takes or releases locks: which instructions it consists of, and how hooks
 * are put around them. Implementations hold no state; application threads share them.
 */
interface Primitive {

  /** The names of all methods whose calls match; empty if it is about other instructions. */
  Set<String> methodNames();

  /** True if this is an instruction that {@link #weave} wants. Must not look at its neighbours. */
  boolean matches(AbstractInsnNode instruction);

  /** What a matching instruction takes or waits for, or null if it only releases. */
  Site.Kind takes(AbstractInsnNode instruction);

  /**
   * Puts hooks around a matching instruction.
   *
   * @param site the number of the call site, 0 if the instruction takes nothing
   */
  void weave(AbstractInsnNode instruction, int site, WovenMethod method);

  /** The names in such signatures as {@code lock()V}. */
  static Set<String> namesOf(Set<String> signatures) {
    Set<String> names = new HashSet<>();
    for (String signature : signatures) {
      names.add(signature.substring(0, signature.indexOf('(')));
    }
    return names;
  }
}
