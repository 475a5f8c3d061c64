package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Class files of every version, from Java 1.1 on, and code that only old compilers made. */
class ClassFileVersionsTest {
  private static final String LIST = "()Ljava/util/List;";

  @ParameterizedTest
  @ValueSource(
      ints = {
        45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67,
        68, 69
      })
  void weavesEveryVersion(int version) throws Exception {
    Coverage coverage = new Coverage();
    byte[] woven =
        ClassWeaver.weave(
            null, "Versioned", versioned(version), FixtureLoader.NOTHING_LOADED, coverage);
    new ClassReader(woven).accept(new CheckClassAdapter(new ClassNode(), true), 0);
    assertEquals(
        version < 49 ? Map.of(ClassWeaver.STATIC_TOO_OLD, 1L) : Map.of(), coverage.skipped());
    if (version <= Runtime.version().feature() + 44) {
      Class<?> type = new FixtureLoader("Versioned").define("Versioned", woven);
      Object object = type.getDeclaredConstructor().newInstance();
      assertEquals(
          List.of(object, object), type.getMethod("block", boolean.class).invoke(object, true));
      assertTrue(Seen.held().isEmpty());
      assertNull(type.getMethod("block", boolean.class).invoke(object, false));
      assertTrue(Seen.held().isEmpty());
      List<?> expected = version < 49 ? List.of() : List.of(type);
      assertEquals(expected, type.getMethod("ofClass").invoke(null));
      assertTrue(Seen.held().isEmpty());
    }
  }

  /** A subroutine that releases the monitor, as compilers before Java 1.4.2 made it. */
  @Test
  void weavesSubroutines() throws Exception {
    byte[] woven =
        ClassWeaver.weave(
            null, "Subroutine", subroutine(), FixtureLoader.NOTHING_LOADED, new Coverage());
    assertNotNull(woven);
    Class<?> type = new FixtureLoader("Subroutine").define("Subroutine", woven);
    Object lock = new Object();
    assertEquals(List.of(lock), type.getMethod("run", Object.class).invoke(null, lock));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void weavesALoopThatBeginsAtTheFirstInstruction() throws Exception {
    byte[] woven =
        ClassWeaver.weave(
            null, "Loop", loopAtStart(), FixtureLoader.NOTHING_LOADED, new Coverage());
    Class<?> type = new FixtureLoader("Loop").define("Loop", woven);
    assertEquals(0, type.getMethod("run", int.class, Object.class).invoke(null, 3, new Object()));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void leavesVersionsOfTheFutureAlone() {
    byte[] classFile = versioned(Opcodes.V17);
    classFile[7] = 99;
    Coverage coverage = new Coverage();
    assertNull(
        ClassWeaver.weave(null, "Versioned", classFile, FixtureLoader.NOTHING_LOADED, coverage));
    assertEquals(Map.of("class file version 99", 1L), coverage.skipped());
    assertEquals(Map.of("class file version 99", "Versioned"), coverage.examples());
  }

  /** A synchronized method with a block and a branch; a static synchronized method. */
  private static byte[] versioned(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, "Versioned", null, "java/lang/Object", null);
    Generated.constructor(writer);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor code = writer.visitMethod(access, "block", "(Z)Ljava/util/List;", null, null);
    Label none = new Label();
    code.visitCode();
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitJumpInsn(Opcodes.IFEQ, none);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.MONITORENTER);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Generated.SEEN, "held", LIST, false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.MONITOREXIT);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(none);
    if (version >= Opcodes.V1_6) {
      Object[] locals = {"Versioned", Opcodes.INTEGER};
      code.visitFrame(Opcodes.F_NEW, 2, locals, 0, new Object[0]);
    }
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(2, 2);
    code.visitEnd();
    code = writer.visitMethod(access | Opcodes.ACC_STATIC, "ofClass", LIST, null, null);
    code.visitCode();
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Generated.SEEN, "held", LIST, false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(1, 0);
    code.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] subroutine() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_3, Opcodes.ACC_PUBLIC, "Subroutine", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            "run",
            "(Ljava/lang/Object;)Ljava/util/List;",
            null,
            null);
    Label start = new Label();
    Label handler = new Label();
    Label release = new Label();
    code.visitCode();
    code.visitTryCatchBlock(start, handler, handler, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.MONITORENTER);
    code.visitLabel(start);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Generated.SEEN, "held", LIST, false);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitJumpInsn(Opcodes.JSR, release);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(handler);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    code.visitJumpInsn(Opcodes.JSR, release);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitInsn(Opcodes.ATHROW);
    code.visitLabel(release);
    code.visitVarInsn(Opcodes.ASTORE, 3);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.MONITOREXIT);
    code.visitVarInsn(Opcodes.RET, 3);
    code.visitMaxs(1, 4);
    code.visitEnd();
    return writer.toByteArray();
  }

  /** {@code do { synchronized (lock) {} } while (--rounds > 0)}, without anything before it. */
  private static byte[] loopAtStart() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Loop", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(ILjava/lang/Object;)I", null, null);
    Label start = new Label();
    Object[] locals = {Opcodes.INTEGER, "java/lang/Object"};
    code.visitCode();
    code.visitLabel(start);
    code.visitFrame(Opcodes.F_NEW, 2, locals, 0, new Object[0]);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitInsn(Opcodes.MONITORENTER);
    code.visitIincInsn(0, -1);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitInsn(Opcodes.MONITOREXIT);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFGT, start);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(1, 2);
    code.visitEnd();
    return writer.toByteArray();
  }
}
