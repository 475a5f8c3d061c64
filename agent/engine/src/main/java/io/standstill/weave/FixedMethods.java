package io.standstill.weave;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** Knows the methods of a class that nobody can override. Reads the class only if it is asked. */
final class FixedMethods {
  private static final int FIXED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

  private final ClassReader reader;
  private Set<String> names;

  FixedMethods(ClassReader reader) {
    this.reader = reader;
  }

  /** True for a call of such a method. */
  boolean include(MethodInsnNode call) {
    if (!call.owner.equals(reader.getClassName())) {
      return false;
    }
    if (names == null) {
      names = new HashSet<>();
      reader.accept(
          new Headers(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return names.contains(call.name + call.desc);
  }

  private final class Headers extends ClassVisitor {
    private final boolean allFixed = (reader.getAccess() & Opcodes.ACC_FINAL) != 0;

    Headers() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (allFixed || (access & FIXED) != 0) {
        names.add(name + descriptor);
      }
      return null;
    }
  }
}
