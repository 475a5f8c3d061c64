package io.standstill.weave;

import io.standstill.release.Release;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Tells in a moment that there is nothing to weave in a class, which is so for most: it refers to
 * no method that a primitive is about or that releases anything, has no synchronized method and
 * enters no monitor. Reading the code of all classes as ASM does would keep the JIT compiler busy
 * with ASM's largest methods while the application starts.
 */
final class ClassGlance {
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final ClassReader reader;
  private final char[] buffer;

  private ClassGlance(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
  }

  /** False only if the class has nothing that is ever woven or noted. */
  static boolean mayMatter(ClassReader reader) {
    ClassGlance glance = new ClassGlance(reader);
    return glance.refersToPrimitive() || glance.synchronizes();
  }

  private boolean refersToPrimitive() {
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      int tag = item == 0 ? 0 : reader.readByte(item - 1);
      if ((tag == METHOD || tag == INTERFACE_METHOD) && isPrimitive(item, tag)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPrimitive(int item, int tag) {
    int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
    String name = reader.readUTF8(nameAndType, buffer);
    if (!Primitives.isMethodName(name) && !Release.isMethodName(name)) {
      return false;
    }
    MethodInsnNode call =
        new MethodInsnNode(
            tag == METHOD ? Opcodes.INVOKEVIRTUAL : Opcodes.INVOKEINTERFACE,
            reader.readClass(item, buffer),
            name,
            reader.readUTF8(nameAndType + 2, buffer),
            tag == INTERFACE_METHOD);
    return Primitives.of(call) != null || Release.kindOf(call.owner, call.name, call.desc) != null;
  }

  /** Goes through the methods, which the class file lists after the fields. */
  private boolean synchronizes() {
    int at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
    int fields = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = afterMember(at);
    }
    int methods = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      if ((reader.readUnsignedShort(at) & Opcodes.ACC_SYNCHRONIZED) != 0 || entersMonitor(at)) {
        return true;
      }
      at = afterMember(at);
    }
    return false;
  }

  private int afterMember(int member) {
    int at = member + 8;
    for (int i = reader.readUnsignedShort(member + 6); i > 0; i--) {
      at += 6 + reader.readInt(at + 2);
    }
    return at;
  }

  private boolean entersMonitor(int method) {
    int at = method + 8;
    for (int i = reader.readUnsignedShort(method + 6); i > 0; i--) {
      if (reader.readUTF8(at, buffer).equals("Code")) {
        int start = at + 14;
        return Opcode.occurs(Opcodes.MONITORENTER, reader, start, start + reader.readInt(at + 10));
      }
      at += 6 + reader.readInt(at + 2);
    }
    return false;
  }
}
