package io.standstill.weave;

import io.standstill.recorder.MonitorHooks;
import io.standstill.release.Release;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the methods that are to be woven, among those that may matter. Methods that call hooks
 * already have been woven before and are not found again.
 */
final class InterestScan extends ClassVisitor {
  private static final String RECORDER =
      Type.getInternalName(MonitorHooks.class)
          .substring(0, Type.getInternalName(MonitorHooks.class).lastIndexOf('/') + 1);

  private final Set<String> candidates;
  private final CallOwners.Calls calls;
  private final Set<String> methods = new HashSet<>();
  private String caller;
  private int version;
  private String tooOld;
  private boolean releases;

  private InterestScan(Set<String> candidates, CallOwners.Calls calls) {
    super(Opcodes.ASM9);
    this.candidates = candidates;
    this.calls = calls;
  }

  /**
   * @param candidates the methods that may matter: see {@link ClassGlance}
   * @param calls which calls are left alone
   */
  static InterestScan of(ClassReader reader, Set<String> candidates, CallOwners.Calls calls) {
    InterestScan scan = new InterestScan(candidates, calls);
    reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return scan;
  }

  /** Name and descriptor of each method to be woven. The caller may take methods away. */
  Set<String> methods() {
    return methods;
  }

  /** Name of a static synchronized method that cannot be woven, or null. */
  String tooOld() {
    return tooOld;
  }

  /** True if some method lets other threads go on: see {@link ReleaseScan}. */
  boolean releases() {
    return releases;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    this.caller = name;
    this.version = version;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if (!candidates.contains(name + descriptor)) {
      return null;
    }
    boolean interesting = SynchronizedMethodWeaver.matches(access, name);
    if (interesting && SynchronizedMethodWeaver.isTooOld(access, version)) {
      tooOld = name;
      interesting = false;
    }
    return new MethodScan(name + descriptor, interesting);
  }

  private final class MethodScan extends MethodVisitor {
    private final String method;
    private boolean interesting;
    private boolean woven;

    MethodScan(String method, boolean interesting) {
      super(Opcodes.ASM9);
      this.method = method;
      this.interesting = interesting;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
        see(new InsnNode(opcode));
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode == Opcodes.INVOKESTATIC) {
        woven |= owner.startsWith(RECORDER);
        interesting =
            interesting
                || SubmissionWeaver.isAsynchronous(owner, name)
                || ResultWeaver.runsAll(name, descriptor)
                || ForkWeaver.isStaticStart(owner, name);
      } else {
        releases = releases || Release.kindOf(caller, owner, name, descriptor) != null;
        see(new MethodInsnNode(opcode, owner, name, descriptor, isInterface));
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      if (arguments.length > 1 && arguments[1] instanceof Handle target) {
        woven |= target.getOwner().startsWith(RECORDER);
        releases =
            releases
                || Release.kindOf(caller, target.getOwner(), target.getName(), target.getDesc())
                    != null;
      }
      see(new InvokeDynamicInsnNode(name, descriptor, bootstrap, arguments));
    }

    private void see(AbstractInsnNode instruction) {
      interesting = interesting || Primitives.of(instruction) != null && !calls.spare(instruction);
    }

    @Override
    public void visitEnd() {
      if (interesting && !woven) {
        methods.add(method);
      }
    }
  }
}
