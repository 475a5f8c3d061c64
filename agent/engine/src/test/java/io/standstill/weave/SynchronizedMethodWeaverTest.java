package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Site;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Synchronized methods, instance and static. */
class SynchronizedMethodWeaverTest {
  private final Methods methods = FixtureLoader.woven(MethodFixture.class, Methods.class);

  @Test
  void seesAnInstanceMethod() {
    assertEquals(List.of(methods), methods.instance());
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesAStaticMethod() {
    assertEquals(List.of(methods.getClass()), methods.callStatic());
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesARecursiveCallTwice() {
    assertEquals(List.of(methods, methods), methods.recursive(1));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesTheReleaseByAnException() {
    List<Object> inside = new ArrayList<>();
    assertThrows(IllegalStateException.class, () -> methods.failing(inside));
    assertEquals(List.of(methods), inside);
    assertTrue(Seen.held().isEmpty());
    assertThrows(ArithmeticException.class, methods::failingStatic);
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesEveryReturn() {
    for (int way = 0; way < 4; way++) {
      assertEquals(way * 1.5, methods.manyReturns(way, 10L));
      assertTrue(Seen.held().isEmpty());
    }
  }

  @Test
  void seesBlocksInsideOldestFirst() {
    Object lock = new Object();
    assertEquals(List.of(methods, lock), methods.block(lock));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void namesTheSite() {
    Site site = methods.site();
    assertEquals("this", site.lockName());
    assertEquals("site", site.method());
    assertEquals(MethodFixture.class.getName(), site.className());
    assertEquals("SynchronizedMethodWeaverTest.java", site.file());
    assertEquals(Site.Kind.MONITOR, site.kind());
    assertTrue(site.line() > 0);
  }

  @Test
  void changesNeitherModifiersNorSerialVersion() throws Exception {
    Class<?> woven = methods.getClass();
    for (Method method : MethodFixture.class.getDeclaredMethods()) {
      Method copy = woven.getDeclaredMethod(method.getName(), method.getParameterTypes());
      assertEquals(method.getModifiers(), copy.getModifiers());
    }
    assertTrue(Modifier.isSynchronized(woven.getMethod("instance").getModifiers()));
    assertEquals(
        woven.getDeclaredMethods().length, MethodFixture.class.getDeclaredMethods().length);
    assertEquals(
        ObjectStreamClass.lookup(MethodFixture.class).getSerialVersionUID(),
        ObjectStreamClass.lookup(woven).getSerialVersionUID());
  }

  /** Compilers other than javac may use local 0 for something else. */
  @Test
  void keepsTheLockWhenLocalZeroIsOverwritten() throws Exception {
    byte[] woven =
        ClassWeaver.weave(null, "Odd", oddClass(), FixtureLoader.NOTHING_LOADED, new Coverage());
    Object odd =
        new FixtureLoader("Odd").define("Odd", woven).getDeclaredConstructor().newInstance();
    Method method = odd.getClass().getMethod("odd", boolean.class);
    assertEquals(List.of(odd), method.invoke(odd, true));
    assertTrue(Seen.held().isEmpty());
    assertThrows(ReflectiveOperationException.class, () -> method.invoke(odd, false));
    assertTrue(Seen.held().isEmpty());
  }

  private static byte[] oddClass() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Odd", null, "java/lang/Object", null);
    Generated.constructor(writer);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor code = writer.visitMethod(access, "odd", "(Z)Ljava/util/List;", null, null);
    Label fail = new Label();
    code.visitCode();
    code.visitMethodInsn(Opcodes.INVOKESTATIC, Generated.SEEN, "held", "()Ljava/util/List;", false);
    code.visitVarInsn(Opcodes.ASTORE, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitJumpInsn(Opcodes.IFEQ, fail);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(fail);
    Object[] locals = {"java/util/List", Opcodes.INTEGER};
    code.visitFrame(Opcodes.F_NEW, 2, locals, 0, new Object[0]);
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ATHROW);
    code.visitMaxs(1, 2);
    code.visitEnd();
    return writer.toByteArray();
  }

  public interface Methods {
    List<Object> instance();

    List<Object> callStatic();

    List<Object> recursive(int depth);

    void failing(List<Object> inside);

    void failingStatic();

    double manyReturns(int way, long wide);

    List<Object> block(Object lock);

    Site site();
  }

  @SuppressWarnings("serial") // The default serialVersionUID is what is tested.
  static class MethodFixture implements Methods, Serializable {
    @Override
    public synchronized List<Object> instance() {
      return Seen.held();
    }

    static synchronized List<Object> ofClass() {
      return Seen.held();
    }

    static synchronized int divide(int by) {
      return 1 / by;
    }

    @Override
    public List<Object> callStatic() {
      return ofClass();
    }

    @Override
    public synchronized List<Object> recursive(int depth) {
      return depth == 0 ? Seen.held() : recursive(depth - 1);
    }

    @Override
    public synchronized void failing(List<Object> inside) {
      inside.addAll(Seen.held());
      throw new IllegalStateException();
    }

    @Override
    public void failingStatic() {
      divide(0);
    }

    @Override
    public synchronized double manyReturns(int way, long wide) {
      if (way == 0) {
        return 0;
      }
      double one = 1.5;
      for (long i = 0; i < wide; i++) {
        if (i + 1 == way) {
          return one * way * Seen.held().size();
        }
      }
      return -1;
    }

    @Override
    public synchronized List<Object> block(Object lock) {
      try {
        synchronized (lock) {
          return Seen.held();
        }
      } finally {
        hashCode();
      }
    }

    @Override
    public synchronized Site site() {
      return Seen.newestSite();
    }
  }
}
