package io.standstill.weave;

import static io.standstill.weave.FixtureLoader.NOTHING_LOADED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.JoinHooks;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** {@code Thread.join}: who is waited for. */
class JoinWeaverTest {
  private static final String JOURNAL = Type.getDescriptor(Journal.class);

  private final Joins joins = FixtureLoader.woven(JoinFixture.class, Joins.class);

  @Test
  void publishesTheThreadThatIsWaitedFor() throws Exception {
    assertEquals(0, pendingWhile(joins::forEver).pending().timeoutNanos());
  }

  @Test
  void publishesHowLongItMayTake() throws Exception {
    assertEquals(3_600_000_000_000L, pendingWhile(joins::anHour).pending().timeoutNanos());
    assertEquals(3_600_000_000_000L, pendingWhile(joins::aLittleMore).pending().timeoutNanos());
  }

  /** Compiled for a Java that does not have the method yet. */
  @Test
  void publishesADuration() throws Exception {
    assertEquals(
        "entry joiningWithin(Ljava/lang/Object;Ljava/time/Duration;"
            + JOURNAL
            + "I)"
            + JOURNAL
            + " join joined("
            + JOURNAL
            + ")V",
        callsOf(ClassWeaver.weave(null, "Patient", patient(), NOTHING_LOADED, new Coverage())));
    assertEquals(3_600_000_000_000L, timeout(Duration.ofHours(1)));
    assertEquals(1, timeout(Duration.ZERO), "not for ever");
    assertEquals(1, timeout(Duration.ofSeconds(Long.MIN_VALUE)));
    assertEquals(Long.MAX_VALUE, timeout(Duration.ofSeconds(Long.MAX_VALUE)));
    assertNull(JoinHooks.joiningWithin(new Cord(), Duration.ZERO, null, 0));
    assertNull(JoinHooks.joiningWithin(new Thread(), (Duration) null, null, 0));
  }

  private static long timeout(Duration time) {
    Journal journal = JoinHooks.joiningWithin(new Thread(), time, null, 0);
    long nanos = Seen.now().pending().timeoutNanos();
    JoinHooks.joined(journal);
    return nanos;
  }

  /** A class with a method that calls {@code Thread.join(Duration)}. */
  private static byte[] patient() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Patient", null, "java/lang/Object", null);
    String duration = "Ljava/time/Duration;";
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_STATIC, "await", "(Ljava/lang/Thread;" + duration + ")Z", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/lang/Thread", "join", "(" + duration + ")Z", false);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(2, 2);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String callsOf(byte[] classFile) {
    StringBuilder calls = new StringBuilder("entry");
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String name, String descriptor, boolean isInterface) {
                boolean hook = opcode == Opcodes.INVOKESTATIC;
                calls.append(' ').append(name).append(hook ? descriptor : "");
              }
            };
          }
        };
    new ClassReader(classFile).accept(visitor, 0);
    return calls.toString();
  }

  @Test
  void leavesJoinOfOtherClassesAlone() throws Exception {
    assertNull(joins.noThread(new Cord()));
  }

  private Holdings pendingWhile(Waiting waiting) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread target = new Thread(() -> await(end));
    target.start();
    Thread waiter = new Thread(() -> waiting.on(target));
    waiter.start();
    Await.until(
        waiter,
        () ->
            waiter.getState() == Thread.State.WAITING
                || waiter.getState() == Thread.State.TIMED_WAITING);
    Holdings holdings = Seen.of(waiter);
    assertSame(target, holdings.pending().lock());
    assertEquals(Site.Kind.JOIN, SiteTable.get(holdings.pending().site()).kind());
    end.countDown();
    Await.end(waiter);
    assertNull(joins.afterwards(target));
    return holdings;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private interface Waiting {
    void on(Thread thread);
  }

  /** Has a method called join, and is no thread. */
  public static class Cord {
    Holdings seen;

    public void join() {
      seen = Seen.now();
    }

    public Holdings seen() {
      return seen;
    }
  }

  public interface Joins {
    void forEver(Thread thread);

    void anHour(Thread thread);

    void aLittleMore(Thread thread);

    Holdings.Entry afterwards(Thread thread) throws InterruptedException;

    Holdings.Entry noThread(Cord cord);
  }

  static class JoinFixture implements Joins {
    @Override
    public void forEver(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public void anHour(Thread thread) {
      try {
        thread.join(3_600_000);
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public void aLittleMore(Thread thread) {
      try {
        thread.join(3_600_000, 1);
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public Holdings.Entry afterwards(Thread thread) throws InterruptedException {
      thread.join();
      return Seen.now().pending();
    }

    @Override
    public Holdings.Entry noThread(Cord cord) {
      cord.join();
      return cord.seen().pending();
    }
  }
}
