package io.standstill.weave;

import io.standstill.release.ClassReleases;
import io.standstill.release.ReleaseSites;
import java.util.Set;
import java.util.function.Supplier;
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
   * That the class releases something is noted on the way.
   *
   * @param loader the loader that defines the class
   * @param name binary name of the class, for the coverage
   * @param owners tells which calls need not be woven
   */
  static byte[] weave(
      ClassLoader loader, String name, byte[] classFile, CallOwners owners, Coverage coverage) {
    int version = majorVersion(classFile);
    if (version > NEWEST_VERSION) {
      coverage.skip("class file version " + version, name);
      return null;
    }
    try {
      ClassReader reader = new ClassReader(classFile);
      Set<String> candidates = ClassGlance.methods(reader);
      if (candidates.isEmpty()) {
        return null;
      }
      CallOwners.Calls calls = owners.new Calls(loader);
      InterestScan scan = InterestScan.of(reader, candidates, calls);
      if (scan.releases()) {
        String found = reader.getClassName().replace('/', '.');
        ReleaseSites.add(loader, found, new Unread(name, classFile, coverage));
      }
      if (scan.tooOld() != null) {
        coverage.skip(STATIC_TOO_OLD, name + "." + scan.tooOld());
      }
      byte[] woven = rewrite(reader, name, scan.methods(), calls, coverage);
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

  /** False only if {@code weave} would neither weave nor note anything. */
  static boolean mayMatter(byte[] classFile) {
    try {
      return majorVersion(classFile) > NEWEST_VERSION
          || !ClassGlance.methods(new ClassReader(classFile)).isEmpty();
    } catch (RuntimeException unreadable) {
      return true; // Whoever weaves it says what is wrong with it.
    }
  }

  /** Weaves a class of the JDK, which is known to have something to weave. */
  static byte[] weaveJdk(String name, byte[] classFile, CallOwners owners, Coverage coverage) {
    ClassReader reader = new ClassReader(classFile);
    CallOwners.Calls calls = owners.new Calls(null);
    InterestScan scan = InterestScan.of(reader, ClassGlance.methods(reader), calls);
    return rewrite(reader, name, scan.methods(), calls, coverage);
  }

  /**
   * Read when first asked for, if ever: few programs stall, and all have to start. No lambda, which
   * would be linked on a thread that loads classes.
   */
  private record Unread(String name, byte[] classFile, Coverage coverage)
      implements Supplier<ClassReleases> {
    @Override
    public ClassReleases get() {
      try {
        return ReleaseScan.of(new ClassReader(classFile));
      } catch (RuntimeException failure) {
        coverage.skip("releases not understood", name);
        return null;
      }
    }
  }

  /** A method that hooks would push over 64 KB is left alone; the others are still woven. */
  private static byte[] rewrite(
      ClassReader reader,
      String name,
      Set<String> methods,
      CallOwners.Calls calls,
      Coverage coverage) {
    while (!methods.isEmpty()) {
      try {
        return ClassRewriter.rewrite(reader, methods, calls);
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
