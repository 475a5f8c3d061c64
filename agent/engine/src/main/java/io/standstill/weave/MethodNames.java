package io.standstill.weave;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Some names of methods, in ASCII. That one in a class file is none of them shows mostly by its
 * first and last letter and its length, without a string of it being made.
 */
final class MethodNames {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final Set<String> names = new HashSet<>();
  private final BitSet looks = new BitSet();

  MethodNames(Set<String> some, Set<String> others) {
    names.addAll(some);
    names.addAll(others);
    for (String name : names) {
      looks.set(look(name.charAt(0), name.charAt(name.length() - 1), name.length()));
    }
  }

  /**
   * The name if it is one of these, else null.
   *
   * @param nameAndType offset of the constant that names a method
   * @param buffer of the size that the reader asks for
   */
  String read(ClassReader reader, int nameAndType, char[] buffer) {
    int utf8 = nameAndType == 0 ? 0 : reader.getItem(reader.readUnsignedShort(nameAndType));
    if (utf8 == 0) {
      return null; // No valid class: for the verifier to say.
    }
    int length = reader.readUnsignedShort(utf8);
    int first = reader.readByte(utf8 + 2);
    int last = reader.readByte(utf8 + 1 + length);
    if (!looks.get(look(first, last, length))) {
      return null;
    }
    String name = reader.readUTF8(nameAndType, buffer);
    return names.contains(name) ? name : null;
  }

  private static int look(int first, int last, int length) {
    return ((first & MASK) << BITS | last & MASK) << BITS | length & MASK;
  }
}
