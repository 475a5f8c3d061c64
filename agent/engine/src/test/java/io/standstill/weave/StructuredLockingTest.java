package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Compilers end the range that protects a block in different places. Wherever it ends, woven
 * locking must be structured as it was, or HotSpot would no longer compile the method.
 */
class StructuredLockingTest {
  private static final Object[] ONE_MONITOR = {
    "java/lang/Object", "java/lang/Object", "java/lang/Object"
  };

  /** Where the range of the block ends. */
  enum End {
    /** As Kotlin has it. */
    BEFORE_EXIT,
    /** As javac has it. */
    AFTER_EXIT,
    /** As old compilers had it. */
    LATER
  }

  @ParameterizedTest
  @EnumSource
  void keepsABlockStructured(End end) throws Exception {
    checkAndRun(block(end, Opcodes.ACC_STATIC), 1);
  }

  @ParameterizedTest
  @EnumSource
  void keepsABlockInASynchronizedMethodStructured(End end) throws Exception {
    checkAndRun(block(end, Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED), 2);
  }

  /** The hook after the inner exit must lie inside the outer range, which ends at that place. */
  @Test
  void keepsNestedBlocksStructuredWhenTheOuterRangeEndsAtTheInnerExit() throws Exception {
    checkAndRun(nested(), 2);
  }

  @Test
  void theCheckItselfFindsWhatIsNotStructured() {
    MethodNode leaving = new MethodNode(0, "any", "()V", null, null);
    leaving.visitVarInsn(Opcodes.ALOAD, 0);
    leaving.visitInsn(Opcodes.MONITORENTER);
    leaving.visitInsn(Opcodes.RETURN);
    assertEquals(List.of("return 2 holds 1 monitors"), MonitorDepth.complaints(leaving));

    MethodNode unprotected = new MethodNode(0, "any", "()V", null, null);
    unprotected.visitVarInsn(Opcodes.ALOAD, 0);
    unprotected.visitInsn(Opcodes.MONITORENTER);
    unprotected.visitMethodInsn(Opcodes.INVOKESTATIC, "X", "x", "()V", false);
    unprotected.visitVarInsn(Opcodes.ALOAD, 0);
    unprotected.visitInsn(Opcodes.MONITOREXIT);
    unprotected.visitInsn(Opcodes.RETURN);
    assertEquals(
        List.of("failure of 2 leaves with 1 monitors"), MonitorDepth.complaints(unprotected));
  }

  private static void checkAndRun(byte[] classFile, int held) throws Exception {
    assertEquals(List.of(), MonitorDepth.complaints(run(classFile)));
    byte[] woven =
        ClassWeaver.weave(null, "Shape", classFile, FixtureLoader.NOTHING_LOADED, new Coverage());
    assertEquals(List.of(), MonitorDepth.complaints(run(woven)));
    Class<?> type = new FixtureLoader("Shape").define("Shape", woven);
    Object result =
        type.getMethod("run", Object.class, Object.class).invoke(null, new Object(), new Object());
    assertEquals(held, ((List<?>) result).size());
    assertTrue(Seen.held().isEmpty());
  }

  private static MethodNode run(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    return node.methods.get(0);
  }

  private static byte[] block(End end, int access) {
    ClassWriter writer = shape();
    MethodVisitor code = method(writer, access);
    Label start = new Label();
    Label beforeExit = new Label();
    Label afterExit = new Label();
    Label later = new Label();
    Label handler = new Label();
    Label handlerEnd = new Label();
    Label rangeEnd =
        switch (end) {
          case BEFORE_EXIT -> beforeExit;
          case AFTER_EXIT -> afterExit;
          case LATER -> later;
        };
    code.visitTryCatchBlock(start, rangeEnd, handler, null);
    code.visitTryCatchBlock(handler, handlerEnd, handler, null);
    enter(code, 0, 2);
    code.visitLabel(start);
    seen(code);
    code.visitLabel(beforeExit);
    exit(code, 2);
    code.visitLabel(afterExit);
    code.visitInsn(Opcodes.NOP);
    code.visitLabel(later);
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitInsn(Opcodes.ARETURN);
    handler(code, handler, handlerEnd, ONE_MONITOR, 2);
    return finish(writer, code);
  }

  private static byte[] nested() {
    ClassWriter writer = shape();
    MethodVisitor code = method(writer, Opcodes.ACC_STATIC);
    Label outerStart = new Label();
    Label innerStart = new Label();
    Label innerEnd = new Label();
    Label outerEnd = new Label();
    Label innerHandler = new Label();
    Label innerHandlerEnd = new Label();
    Label outerHandler = new Label();
    Label outerHandlerEnd = new Label();
    code.visitTryCatchBlock(innerStart, innerEnd, innerHandler, null);
    code.visitTryCatchBlock(innerHandler, innerHandlerEnd, innerHandler, null);
    code.visitTryCatchBlock(outerStart, outerEnd, outerHandler, null);
    code.visitTryCatchBlock(innerHandler, outerHandlerEnd, outerHandler, null);
    enter(code, 0, 2);
    code.visitLabel(outerStart);
    enter(code, 1, 5);
    code.visitLabel(innerStart);
    seen(code);
    code.visitLabel(innerEnd);
    exit(code, 5);
    code.visitLabel(outerEnd);
    exit(code, 2);
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitInsn(Opcodes.ARETURN);
    Object[] two = {
      ONE_MONITOR[0], ONE_MONITOR[0], ONE_MONITOR[0], Opcodes.TOP, Opcodes.TOP, ONE_MONITOR[0]
    };
    handler(code, innerHandler, innerHandlerEnd, two, 5);
    handler(code, outerHandler, outerHandlerEnd, ONE_MONITOR, 2);
    return finish(writer, code);
  }

  private static ClassWriter shape() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Shape", null, "java/lang/Object", null);
    return writer;
  }

  private static MethodVisitor method(ClassWriter writer, int access) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | access,
            "run",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/util/List;",
            null,
            null);
    code.visitCode();
    return code;
  }

  private static void enter(MethodVisitor code, int lock, int copy) {
    code.visitVarInsn(Opcodes.ALOAD, lock);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ASTORE, copy);
    code.visitInsn(Opcodes.MONITORENTER);
  }

  private static void seen(MethodVisitor code) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Generated.SEEN, "held", "()Ljava/util/List;", false);
    code.visitVarInsn(Opcodes.ASTORE, 3);
  }

  private static void exit(MethodVisitor code, int copy) {
    code.visitVarInsn(Opcodes.ALOAD, copy);
    code.visitInsn(Opcodes.MONITOREXIT);
  }

  private static void handler(
      MethodVisitor code, Label start, Label end, Object[] locals, int copy) {
    code.visitLabel(start);
    code.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    code.visitVarInsn(Opcodes.ASTORE, 4);
    exit(code, copy);
    code.visitLabel(end);
    code.visitVarInsn(Opcodes.ALOAD, 4);
    code.visitInsn(Opcodes.ATHROW);
  }

  private static byte[] finish(ClassWriter writer, MethodVisitor code) {
    code.visitMaxs(2, 6);
    code.visitEnd();
    return writer.toByteArray();
  }
}
