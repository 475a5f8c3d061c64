package io.standstill.weave;

import io.standstill.recorder.JoinHooks;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;
import java.time.Duration;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Weaves calls to {@code Thread.join}, on any owner: subclasses of threads are joined too. */
final class JoinWeaver implements Primitive {
  /** Since Java 19. */
  private static final String WITH_DURATION = "(Ljava/time/Duration;)Z";

  private static final Set<String> DESCRIPTORS = Set.of("()V", "(J)V", "(JI)V", WITH_DURATION);

  @Override
  public Set<String> methodNames() {
    return Set.of("join");
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && call.name.equals("join")
        && DESCRIPTORS.contains(call.desc);
  }

  /** True for a method that is not there on every promised JDK, so that nobody can stand in. */
  static boolean isNew(MethodInsnNode call) {
    return call.desc.equals(WITH_DURATION);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return Site.Kind.JOIN;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    Code code = method.code(); // STACK: thread, [time], [nanos]
    method.spillArguments(code, call); // STACK: thread
    code.dup(); // STACK: thread, thread
    if (call.desc.equals("()V")) {
      code.loadJournal() // STACK: thread, thread, journal
          .push(site) // STACK: thread, thread, journal, site
          .hook(JoinHooks.class, "joining", Journal.class, Object.class, Journal.class, int.class);
    } else {
      Class<?> time = call.desc.equals(WITH_DURATION) ? Duration.class : long.class;
      method.loadArgument(code, call, 0); // STACK: thread, thread, time
      code.loadJournal() // STACK: thread, thread, time, journal
          .push(site) // STACK: thread, thread, time, journal, site
          .hook(
              JoinHooks.class,
              "joiningWithin",
              Journal.class,
              Object.class,
              time,
              Journal.class,
              int.class);
    }
    code.storeJournal(); // STACK: thread
    method.loadArguments(code, call); // STACK: thread, [time], [nanos]
    method.before(call, code);
    method.after(
        call,
        method
            .code()
            .loadJournal() // STACK: [ended], journal
            .hook(JoinHooks.class, "joined", void.class, Journal.class)); // STACK: [ended]
  }
}
