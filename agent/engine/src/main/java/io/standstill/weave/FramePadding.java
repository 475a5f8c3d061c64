package io.standstill.weave;

import io.standstill.recorder.Journal;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;

/**
 * Adds the new locals to every frame of a method. Frames are only ever extended, never computed:
 * computing them would ask for common superclasses, and so load classes of the application.
 */
final class FramePadding {
  private static final String JOURNAL = Type.getInternalName(Journal.class);

  private FramePadding() {}

  /**
   * @param ownLock true if the local behind the journal holds the lock, of the method's own class
   */
  static void pad(WovenMethod method, boolean ownLock) {
    for (AbstractInsnNode insn : method.node.instructions) {
      if (insn instanceof FrameNode frame) {
        frame.local = padded(frame.local, method.journal);
        frame.local.add(JOURNAL);
        if (ownLock) {
          frame.local.add(method.owner);
        }
      }
    }
  }

  /** A frame lists a long or double once, though it takes two locals. */
  private static List<Object> padded(List<Object> known, int size) {
    List<Object> padded = new ArrayList<>(size + 2);
    int slots = 0;
    if (known != null) {
      for (Object type : known) {
        padded.add(type);
        slots += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
      }
    }
    for (; slots < size; slots++) {
      padded.add(Opcodes.TOP);
    }
    return padded;
  }
}
