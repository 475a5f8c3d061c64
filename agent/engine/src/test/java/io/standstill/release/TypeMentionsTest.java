package io.standstill.release;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.weave.TestAgent;
import java.lang.instrument.ClassDefinition;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class TypeMentionsTest {
  /** Defines what it is given. */
  private static final class Loader extends ClassLoader {
    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  /** A class with a method that would call one of another class. */
  private static byte[] calling(Class<?> other) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Caller", null, "java/lang/Object", null);
    MethodVisitor code =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "call", "()V", null, null);
    code.visitCode();
    String owner = other.getName().replace('.', '/');
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "called", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static Class<?> caller(Class<?> other) {
    return new Loader().define(calling(other));
  }

  @Test
  void tellsWhoNamesAType() {
    TypeMentions mentions = new TypeMentions(Thread.class, 2);

    assertTrue(mentions.mayBeIn(caller(Thread.class)));
    assertFalse(mentions.mayBeIn(caller(Process.class)));
  }

  @Test
  void readsAClassOnceAndOnlySoManyAtATime() {
    Class<?> one = caller(Process.class);
    Class<?> other = caller(Process.class);
    TypeMentions first = new TypeMentions(Thread.class, 1);
    assertFalse(first.mayBeIn(one));
    assertTrue(first.mayBeIn(other), "not read yet");
    assertFalse(first.mayBeIn(one));

    TypeMentions second = new TypeMentions(Thread.class, 1);

    assertFalse(second.mayBeIn(one));
    assertFalse(second.mayBeIn(other));
  }

  @Test
  void readsAClassAgainThatWasRedefined() throws Exception {
    Class<?> type = caller(Process.class);
    assertFalse(new TypeMentions(Thread.class, 1).mayBeIn(type));

    TestAgent.instrumentation().redefineClasses(new ClassDefinition(type, calling(Thread.class)));

    assertTrue(new TypeMentions(Thread.class, 1).mayBeIn(type));
  }
}
