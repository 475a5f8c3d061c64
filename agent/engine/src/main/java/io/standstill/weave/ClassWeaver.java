package io.standstill.weave;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a class file. Whatever goes wrong, the class is left as it is and the reason is counted:
 * an application is never harmed by a class that the weaver does not understand.
 */
final class ClassWeaver {
  static final String METHOD_TOO_LARGE = "method too large";
  static final String STATIC_TOO_OLD = "static synchronized method before Java 5";
  private static final int NEWEST_VERSION = Opcodes.V28;

  private ClassWeaver() {}

  /**
   * Returns the woven class file, or null if there is nothing to weave in it, or it cannot be done.
   *
   * @param name binary name of the class, for the coverage
   */
  static byte[] weave(String name, byte[] classFile, Coverage coverage) {
    int version = majorVersion(classFile);
    if (version > NEWEST_VERSION) {
      coverage.skip("class file version " + version, name);
      return null;
    }
    try {
      ClassReader reader = new ClassReader(classFile);
      if (!ClassGlance.mayMatter(reader)) {
        return null;
      }
      InterestScan scan = InterestScan.of(reader);
      if (scan.tooOld() != null) {
        coverage.skip(STATIC_TOO_OLD, name + "." + scan.tooOld());
      }
      byte[] woven = rewrite(reader, name, scan.methods(), coverage);
      if (woven != null) {
        coverage.woven();
      }
      return woven;
    } catch (ClassTooLargeException tooLarge) {
      coverage.skip("class too large", name);
    } catch (Throwable failure) {
      coverage.skip("unreadable (" + failure.getClass().getSimpleName() + ")", name);
    }
    return null;
  }

  /** A method that hooks would push over 64 KB is left alone; the others are still woven. */
  private static byte[] rewrite(
      ClassReader reader, String name, Set<String> methods, Coverage coverage) {
    while (!methods.isEmpty()) {
      try {
        return ClassRewriter.rewrite(reader, methods);
      } catch (MethodTooLargeException tooLarge) {
        if (!methods.remove(tooLarge.getMethodName() + tooLarge.getDescriptor())) {
          throw tooLarge;
        }
        coverage.skip(METHOD_TOO_LARGE, name + "." + tooLarge.getMethodName());
      }
    }
    return null;
  }

  private static int majorVersion(byte[] classFile) {
    return classFile.length < 8 ? 0 : (classFile[6] & 0xFF) << 8 | classFile[7] & 0xFF;
  }
}
