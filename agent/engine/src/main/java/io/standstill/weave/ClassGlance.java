package io.standstill.weave;

import io.standstill.release.Release;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds in a moment the methods of a class that may have something to weave, which in most classes
 * are none: they are synchronized, enter a monitor, or call or refer to a method that a primitive
 * is about or that releases anything. Reading all code as ASM does would keep the JIT compiler busy
 * with ASM's largest method while the application starts.
 */
final class ClassGlance {
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int METHOD_HANDLE = 15;

  private static final MethodNames NAMES =
      new MethodNames(Primitives.methodNames(), Release.methodNames());

  private final ClassReader reader;
  private final char[] buffer;

  /** Indices into the constant pool of the methods that matter. */
  private final BitSet primitives = new BitSet();

  /** True if one of them is also referred to by a method handle. */
  private boolean handled;

  private ClassGlance(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
  }

  /** Name and descriptor of each method that may matter; nothing else is ever woven or noted. */
  static Set<String> methods(ClassReader reader) {
    ClassGlance glance = new ClassGlance(reader);
    glance.findPrimitives();
    return glance.findMethods();
  }

  private void findPrimitives() {
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      int tag = tag(item);
      if ((tag == METHOD || tag == INTERFACE_METHOD) && isPrimitive(item, tag)) {
        primitives.set(i);
      }
    }
    for (int i = 1; i < reader.getItemCount() && !primitives.isEmpty() && !handled; i++) {
      int item = reader.getItem(i);
      handled = tag(item) == METHOD_HANDLE && primitives.get(reader.readUnsignedShort(item + 1));
    }
  }

  /** An index that belongs to no item has offset 0. */
  private int tag(int item) {
    return item == 0 ? 0 : reader.readByte(item - 1);
  }

  private boolean isPrimitive(int item, int tag) {
    int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
    String name = NAMES.read(reader, nameAndType, buffer);
    if (name == null) {
      return false;
    }
    MethodInsnNode call =
        new MethodInsnNode(
            tag == METHOD ? Opcodes.INVOKEVIRTUAL : Opcodes.INVOKEINTERFACE,
            reader.readClass(item, buffer),
            name,
            reader.readUTF8(nameAndType + 2, buffer),
            tag == INTERFACE_METHOD);
    return Primitives.of(call) != null
        || Release.kindOf(reader.getClassName(), call.owner, call.name, call.desc) != null;
  }

  /** Goes through the methods, which the class file lists after the fields. */
  private Set<String> findMethods() {
    int at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
    int fields = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = afterMember(at);
    }
    Set<String> found = new HashSet<>();
    int methods = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      if ((reader.readUnsignedShort(at) & Opcodes.ACC_SYNCHRONIZED) != 0 || hasPrimitive(at)) {
        found.add(reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer));
      }
      at = afterMember(at);
    }
    return found;
  }

  private int afterMember(int member) {
    int at = member + 8;
    for (int i = reader.readUnsignedShort(member + 6); i > 0; i--) {
      at += 6 + reader.readInt(at + 2);
    }
    return at;
  }

  private boolean hasPrimitive(int method) {
    int at = method + 8;
    for (int i = reader.readUnsignedShort(method + 6); i > 0; i--) {
      if (reader.readUTF8(at, buffer).equals("Code")) {
        int start = at + 14;
        return hasPrimitive(start, start + reader.readInt(at + 10));
      }
      at += 6 + reader.readInt(at + 2);
    }
    return false;
  }

  private boolean hasPrimitive(int start, int end) {
    int at = start;
    while (at < end) {
      int opcode = reader.readByte(at);
      if (opcode >= Opcodes.INVOKEVIRTUAL && isPrimitiveAt(at, opcode)) {
        return true;
      }
      int length = Opcode.length(opcode, reader, at, start);
      if (length <= 0) {
        return true; // No valid code: for the verifier to say.
      }
      at += length;
    }
    return false;
  }

  private boolean isPrimitiveAt(int at, int opcode) {
    return switch (opcode) {
      case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> true;
      case Opcodes.INVOKEDYNAMIC -> handled;
      case Opcodes.INVOKEVIRTUAL,
          Opcodes.INVOKESPECIAL,
          Opcodes.INVOKESTATIC,
          Opcodes.INVOKEINTERFACE ->
          primitives.get(reader.readUnsignedShort(at + 1));
      default -> false;
    };
  }
}
