package io.standstill.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** How long instructions are: what it takes to walk over bytecode. */
final class Opcode {
  /** The length of each instruction in bytes, by opcode; 0 if that depends. */
  private static final String LENGTHS =
      "1111111111111111232332222211111111111111111111111111112222211111"
          + "1111111111111111111111111111111111111111111111111111111111111111"
          + "1111311111111111111111111333333333333333320011111133333335532311"
          + "3311043355";

  private static final int WIDE = 196;

  private Opcode() {}

  /**
   * The length of an instruction in bytes, operands included; not positive if there is none.
   *
   * @param at offset of the instruction in the class file
   * @param start offset of the first instruction of the method
   */
  static int length(int opcode, ClassReader reader, int at, int start) {
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
