package io.standstill.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Walks over bytecode, instruction by instruction. */
final class Opcode {
  /** The length of each instruction in bytes, by opcode; 0 if that depends. */
  private static final String LENGTHS =
      "1111111111111111232332222211111111111111111111111111112222211111"
          + "1111111111111111111111111111111111111111111111111111111111111111"
          + "1111311111111111111111111333333333333333320011111133333335532311"
          + "3311043355";

  private static final int WIDE = 196;

  private Opcode() {}

  /** True if an instruction occurs in the code between two offsets of a class file. */
  static boolean occurs(int wanted, ClassReader reader, int start, int end) {
    int at = start;
    while (at < end) {
      int opcode = reader.readByte(at);
      if (opcode == wanted) {
        return true;
      }
      int length = length(opcode, reader, at, start);
      if (length <= 0) {
        return true; // No valid code: for the verifier to say.
      }
      at += length;
    }
    return false;
  }

  private static int length(int opcode, ClassReader reader, int at, int start) {
    int length = LENGTHS.charAt(opcode) - '0';
    return length > 0 ? length : longLength(opcode, reader, at, start);
  }

  private static int longLength(int opcode, ClassReader reader, int at, int start) {
    if (opcode == WIDE) {
      return reader.readByte(at + 1) == Opcodes.IINC ? 6 : 4;
    }
    int operands = at + 4 - (at - start) % 4;
    int after =
        opcode == Opcodes.TABLESWITCH
            ? operands + 12 + 4 * (reader.readInt(operands + 8) - reader.readInt(operands + 4) + 1)
            : operands + 8 + 8 * reader.readInt(operands + 4);
    return after - at;
  }
}
