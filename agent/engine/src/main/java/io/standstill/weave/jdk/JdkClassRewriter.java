package io.standstill.weave.jdk;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Rewrites the methods that a weaver names; all others are copied byte for byte. */
final class JdkClassRewriter extends ClassVisitor {
  /** The deepest that hooks need on top of what a method needs. */
  private static final int HOOK_STACK = 3;

  private final JdkClassWeaver weaver;
  private final List<String> missing;

  private JdkClassRewriter(ClassWriter writer, JdkClassWeaver weaver) {
    super(Opcodes.ASM9, writer);
    this.weaver = weaver;
    this.missing = new ArrayList<>(weaver.methods());
  }

  /**
   * The woven class file.
   *
   * @throws UnexpectedCode if a method is missing or looks different
   */
  static byte[] rewrite(byte[] classFile, JdkClassWeaver weaver) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    JdkClassRewriter rewriter = new JdkClassRewriter(writer, weaver);
    reader.accept(rewriter, ClassReader.EXPAND_FRAMES);
    if (!rewriter.missing.isEmpty()) {
      throw new UnexpectedCode(weaver.className() + "." + rewriter.missing.get(0));
    }
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if (!missing.remove(name + descriptor)) {
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
    return new WovenNode(access, name, descriptor, signature, exceptions);
  }

  private final class WovenNode extends MethodNode {
    WovenNode(int access, String name, String descriptor, String signature, String[] exceptions) {
      super(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitEnd() {
      weaver.weave(this);
      maxStack += HOOK_STACK;
      accept(cv);
    }
  }
}
