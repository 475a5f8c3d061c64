package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is woven, what is left alone, and how that is counted. */
class ClassWeaverTest {
  private static final int MAXIMUM_CODE = 65535;
  private final Coverage coverage = new Coverage();

  @Test
  void leavesAClassWithoutLocksAlone() {
    assertNull(weave(Plain.class));
    assertEquals(0, coverage.classesWoven());
    assertEquals(Map.of(), coverage.skipped());
  }

  @Test
  void leavesAWovenClassAlone() {
    byte[] woven = weave(Mixed.class);
    assertNull(ClassWeaver.weave(null, "Mixed", woven, FixtureLoader.NOTHING_LOADED, coverage));
    assertEquals(1, coverage.classesWoven());
  }

  @Test
  void weavesTheSameBytesEachTime() {
    assertArrayEquals(weave(Mixed.class), weave(Mixed.class));
  }

  @Test
  void keepsOtherMethodsByteForByte() {
    byte[] before = FixtureLoader.bytesOf(Mixed.class);
    byte[] after = weave(Mixed.class);
    ClassReader reader = new ClassReader(before);
    assertEquals(Set.of("locked()I"), ClassGlance.methods(reader));
    CallOwners.Calls calls = FixtureLoader.NOTHING_LOADED.new Calls(null);
    assertEquals(
        Set.of("locked()I"), InterestScan.of(reader, ClassGlance.methods(reader), calls).methods());
    assertArrayEquals(MethodCode.of(before, "plain"), MethodCode.of(after, "plain"));
    assertTrue(MethodCode.of(before, "locked").length < MethodCode.of(after, "locked").length);
  }

  @Test
  void neverAsksForAClass() {
    assertNotNull(
        ClassWeaver.weave(
            null, "Unknown", frameOfUnknownTypes(), FixtureLoader.NOTHING_LOADED, coverage));
    assertEquals(Map.of(), coverage.skipped());
  }

  @Test
  void leavesAMethodAloneThatWouldGetTooLarge() throws Exception {
    byte[] classFile = large(MAXIMUM_CODE - 10);
    byte[] woven =
        ClassWeaver.weave(null, "Large", classFile, FixtureLoader.NOTHING_LOADED, coverage);
    assertEquals(Map.of(ClassWeaver.METHOD_TOO_LARGE, "Large.large"), coverage.examples());
    assertEquals(Map.of(ClassWeaver.METHOD_TOO_LARGE, 1L), coverage.skipped());
    Class<?> type = new FixtureLoader("Large").define("Large", woven);
    assertEquals(List.of(), type.getMethod("large").invoke(null));
    assertEquals(List.of(type), type.getMethod("small").invoke(null));
  }

  @Test
  void weavesAMethodThatIsJustSmallEnough() throws Exception {
    byte[] woven =
        ClassWeaver.weave(
            null, "Large", large(MAXIMUM_CODE - 100), FixtureLoader.NOTHING_LOADED, coverage);
    assertEquals(Map.of(), coverage.skipped());
    Class<?> type = new FixtureLoader("Large").define("Large", woven);
    assertEquals(List.of(type), type.getMethod("large").invoke(null));
  }

  @Test
  void leavesAClassWithAFullConstantPoolAlone() {
    assertNull(
        ClassWeaver.weave(
            null, "Full", fullConstantPool(), FixtureLoader.NOTHING_LOADED, coverage));
    assertEquals(Map.of("class too large", "Full"), coverage.examples());
  }

  @Test
  void leavesWhatIsNoClassFileAlone() {
    assertNull(
        ClassWeaver.weave(
            null, "Broken", new byte[] {1, 2, 3}, FixtureLoader.NOTHING_LOADED, coverage));
    byte[] cut = FixtureLoader.bytesOf(Mixed.class);
    assertNull(
        ClassWeaver.weave(
            null, "Cut", Arrays.copyOf(cut, 200), FixtureLoader.NOTHING_LOADED, coverage));
    assertEquals(2, coverage.skipped().values().stream().mapToLong(Long::longValue).sum());
    assertTrue(coverage.line().contains("unreadable"), coverage.line());
  }

  private byte[] weave(Class<?> type) {
    return ClassWeaver.weave(
        null, type.getName(), FixtureLoader.bytesOf(type), FixtureLoader.NOTHING_LOADED, coverage);
  }

  /** Two synchronized methods; one has so many bytes of code. */
  private static byte[] large(int size) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Large", null, "java/lang/Object", null);
    method(writer, "large", size);
    method(writer, "small", 10);
    return writer.toByteArray();
  }

  private static void method(ClassWriter writer, String name, int size) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor code = writer.visitMethod(access, name, "()Ljava/util/List;", null, null);
    code.visitCode();
    for (int i = 4; i < size; i++) {
      code.visitInsn(Opcodes.NOP);
    }
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Generated.SEEN, "held", "()Ljava/util/List;", false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(1, 0);
    code.visitEnd();
  }

  private static byte[] fullConstantPool() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Full", null, "java/lang/Object", null);
    method(writer, "small", 10);
    for (int i = 0; writer.newConst(100_000 + i) < 65530; i++) {}
    return writer.toByteArray();
  }

  /** A frame whose types exist nowhere. */
  private static byte[] frameOfUnknownTypes() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Unknown", null, "no/Such", null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED, "run", "(Lno/One;Z)V", null, null);
    Label end = new Label();
    code.visitCode();
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitJumpInsn(Opcodes.IFEQ, end);
    code.visitTypeInsn(Opcodes.NEW, "no/Two");
    code.visitVarInsn(Opcodes.ASTORE, 0);
    code.visitLabel(end);
    Object[] locals = {"no/Parent", Opcodes.INTEGER};
    code.visitFrame(Opcodes.F_NEW, 2, locals, 0, new Object[0]);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, 2);
    code.visitEnd();
    return writer.toByteArray();
  }

  static class Plain {
    int plain(List<String> list) {
      return list.size();
    }
  }

  static class Mixed {
    int plain(List<String> list) {
      int sum = 0;
      for (String each : list) {
        sum += each.length();
      }
      return sum;
    }

    int locked() {
      synchronized (this) {
        return 1;
      }
    }
  }
}
