package io.standstill.it.libraries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the agent ought to weave, by a reading of the class files that shares nothing with it.
 * Methods are written {@code library class#name(descriptor)}.
 */
final class LockingCode {
  final Set<String> classesWithMonitors = new TreeSet<>();
  final Set<String> methods = new TreeSet<>();

  /** Classes with static synchronized methods but no constant for themselves: a known limit. */
  final Set<String> classesBeyondReach = new TreeSet<>();

  /** Reads a jar as a JDK of this version does. */
  void read(String library, Path jar, int feature) throws IOException {
    Runtime.Version version = Runtime.Version.parse(Integer.toString(feature));
    try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, version)) {
      for (JarEntry entry : file.versionedStream().toList()) {
        if (entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class")) {
          try (InputStream in = file.getInputStream(entry)) {
            read(library, new ClassReader(in));
          }
        }
      }
    }
  }

  /** The methods whose names are in what the JVM said. */
  Set<String> methodsIn(String said) {
    Set<String> named = new TreeSet<>();
    for (String method : methods) {
      String type = method.substring(method.indexOf(' ') + 1, method.indexOf('#'));
      String name = method.substring(method.indexOf('#') + 1, method.indexOf('('));
      boolean isRefused = said.contains(type + "." + name + "(");
      if (isRefused || name.startsWith("<") || said.contains(type + "::" + name + ":")) {
        named.add(method);
      }
    }
    return named;
  }

  private void read(String library, ClassReader reader) {
    ClassNode type = new ClassNode();
    reader.accept(type, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    String name = library + " " + type.name.replace('/', '.');
    for (MethodNode method : type.methods) {
      boolean isSynchronized =
          (method.access & Opcodes.ACC_SYNCHRONIZED) != 0 && method.instructions.size() > 0;
      boolean isBeyondReach =
          isSynchronized
              && (method.access & Opcodes.ACC_STATIC) != 0
              && (type.version & 0xFFFF) < Opcodes.V1_5;
      if (isBeyondReach) {
        classesBeyondReach.add(name);
      }
      if (isSynchronized && !isBeyondReach || hasBlocks(method)) {
        classesWithMonitors.add(name);
      }
      if (isSynchronized || hasBlocks(method) || callsLocks(method)) {
        methods.add(name + "#" + method.name + method.desc);
      }
    }
  }

  private static boolean hasBlocks(MethodNode method) {
    for (AbstractInsnNode code : method.instructions) {
      if (code.getOpcode() == Opcodes.MONITORENTER) {
        return true;
      }
    }
    return false;
  }

  private static boolean callsLocks(MethodNode method) {
    for (AbstractInsnNode code : method.instructions) {
      if (code instanceof MethodInsnNode call
          && call.owner.startsWith("java/util/concurrent/locks/")) {
        return true;
      }
    }
    return false;
  }
}
