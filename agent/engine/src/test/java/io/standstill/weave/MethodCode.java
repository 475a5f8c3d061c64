package io.standstill.weave;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Cuts the Code attribute of a method out of a class file, without any library's opinion of it. */
final class MethodCode {
  private static final int[] CONSTANT_SIZES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private final DataInputStream in;
  private String[] names;

  private MethodCode(byte[] classFile) {
    in = new DataInputStream(new ByteArrayInputStream(classFile));
  }

  static byte[] of(byte[] classFile, String method) {
    try {
      return new MethodCode(classFile).find(method);
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private byte[] find(String method) throws IOException {
    in.skipNBytes(8);
    readConstants();
    in.skipNBytes(6);
    in.skipNBytes(in.readUnsignedShort() * 2L);
    member(null);
    byte[] code = member(method);
    if (code == null) {
      throw new AssertionError(method);
    }
    return code;
  }

  private void readConstants() throws IOException {
    names = new String[in.readUnsignedShort()];
    for (int i = 1; i < names.length; i++) {
      int tag = in.readUnsignedByte();
      if (tag == 1) {
        names[i] = in.readUTF();
      } else {
        in.skipNBytes(CONSTANT_SIZES[tag]);
        i += tag == 5 || tag == 6 ? 1 : 0;
      }
    }
  }

  /** Reads all fields, or all methods; returns the code of the one that is asked for. */
  private byte[] member(String wanted) throws IOException {
    byte[] code = null;
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      in.skipNBytes(2);
      String name = names[in.readUnsignedShort()];
      in.skipNBytes(2);
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        String attribute = names[in.readUnsignedShort()];
        byte[] content = in.readNBytes(in.readInt());
        if (name.equals(wanted) && attribute.equals("Code")) {
          code = content;
        }
      }
    }
    return code;
  }
}
