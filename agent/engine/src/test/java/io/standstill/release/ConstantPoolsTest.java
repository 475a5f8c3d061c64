package io.standstill.release;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.weave.TestAgent;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ConstantPoolsTest {
  /** Defines what it is given. */
  private static final class Loader extends ClassLoader {
    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  /** A class with a method that asks the time. */
  private static byte[] asking(String method) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Watch", null, "java/lang/Object", null);
    MethodVisitor code =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "time", "()J", null, null);
    code.visitCode();
    code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", method, "()J", false);
    code.visitInsn(Opcodes.LRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static boolean refersTo(Class<?> type, String method) {
    return ConstantPools.members(type).stream().anyMatch(member -> member.name().equals(method));
  }

  @Test
  void readsAClassAgainThatWasRedefined() throws Exception {
    Instrumentation instrumentation = TestAgent.instrumentation();
    Class<?> type = new Loader().define(asking("currentTimeMillis"));
    assertTrue(refersTo(type, "currentTimeMillis"));
    assertFalse(refersTo(type, "nanoTime"));

    instrumentation.redefineClasses(new ClassDefinition(type, asking("nanoTime")));

    assertTrue(refersTo(type, "nanoTime"));
  }
}
