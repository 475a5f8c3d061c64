package io.standstill.weave.jdk;

import java.util.Arrays;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes of the JDK whose monitors can be part of an inversion: while they are held, methods
 * of the application's objects are called, or of another one of these. They are woven like classes
 * of the application.
 */
public final class JdkMonitors {
  private static final String BUFFER = "java/lang/StringBuffer";
  private static final String PRINT_STREAM = "java/io/PrintStream";
  private static final String COLLECTIONS = "java/util/Collections";
  private static final String SYNCHRONIZED = COLLECTIONS + "$Synchronized";
  private static final int METHOD = 10;
  private static final Set<String> CLASSES =
      Set.of(
          BUFFER,
          PRINT_STREAM,
          "java/io/PrintWriter",
          "java/util/Hashtable",
          "java/util/Hashtable$Enumerator",
          "java/util/Stack",
          "java/util/Vector",
          "java/util/Vector$1",
          "java/util/Vector$Itr",
          "java/util/Vector$ListItr",
          "java/util/Vector$VectorSpliterator",
          "java/util/logging/FileHandler",
          "java/util/logging/MemoryHandler",
          "java/util/logging/StreamHandler");

  /** What calls others while it holds the stream's monitor: printing a string calls nobody. */
  private static final Set<String> PRINTING = Set.of("printf", "format", "<init>");

  /** Without arguments, and yet they call methods of the elements. */
  private static final Set<String> CALLING = Set.of("toString", "hashCode");

  private JdkMonitors() {}

  /** True for the internal name of such a class. */
  static boolean areOf(String className) {
    return className.startsWith(SYNCHRONIZED) || CLASSES.contains(className);
  }

  /**
   * True for a synchronized method that takes no other lock and calls nobody who might: it is given
   * numbers and strings only. Such methods are many, short and often called.
   *
   * @param owner internal name of any class
   */
  public static boolean callNobodyIn(String owner, MethodNode method) {
    boolean collection = owner.equals("java/util/Vector") || owner.equals("java/util/Hashtable");
    return (method.access & Opcodes.ACC_STATIC) == 0
        && (collection && !CALLING.contains(method.name) || owner.equals(BUFFER))
        && Arrays.stream(Type.getArgumentTypes(method.desc)).allMatch(JdkMonitors::isPlain);
  }

  /** True for a class that may take such monitors, as far as its own calls tell. */
  static boolean areUsedBy(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == METHOD && isUse(reader, item, buffer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUse(ClassReader reader, int method, char[] buffer) {
    String owner = reader.readClass(method, buffer);
    if (!owner.startsWith("java/")) {
      return false;
    }
    int nameAndType = reader.getItem(reader.readUnsignedShort(method + 2));
    return switch (owner) {
      case COLLECTIONS -> reader.readUTF8(nameAndType, buffer).startsWith("synchronized");
      case PRINT_STREAM -> PRINTING.contains(reader.readUTF8(nameAndType, buffer));
      default -> areOf(owner);
    };
  }

  private static boolean isPlain(Type type) {
    return switch (type.getSort()) {
      case Type.OBJECT -> type.getDescriptor().equals("Ljava/lang/String;");
      case Type.ARRAY -> type.getElementType().getSort() != Type.OBJECT;
      default -> true;
    };
  }
}
