package io.standstill.weave;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Rewrites the chosen methods of a class; all others are copied byte for byte. */
final class ClassRewriter extends ClassVisitor {
  private final Set<String> methods;
  private final FixedMethods fixed;
  private final CallOwners.Calls calls;
  private int version;
  private String name;
  private String file;

  private ClassRewriter(
      ClassWriter writer, Set<String> methods, FixedMethods fixed, CallOwners.Calls calls) {
    super(Opcodes.ASM9, writer);
    this.methods = methods;
    this.fixed = fixed;
    this.calls = calls;
  }

  static byte[] rewrite(ClassReader reader, Set<String> methods, CallOwners.Calls calls) {
    ClassWriter writer = new FrameFaithfulWriter(reader);
    FixedMethods fixed = new FixedMethods(reader);
    reader.accept(new ClassRewriter(writer, methods, fixed, calls), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    this.version = version;
    this.name = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public void visitSource(String source, String debug) {
    file = source;
    super.visitSource(source, debug);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if (!methods.contains(name + descriptor)) {
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
      new MethodWeaver(ClassRewriter.this.name, file, this, fixed, calls).weave(version);
      accept(cv);
    }
  }

  /** Copies the constant pool, computes nothing, and would rather fail than load a class. */
  private static final class FrameFaithfulWriter extends ClassWriter {
    FrameFaithfulWriter(ClassReader reader) {
      super(reader, 0);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      throw new IllegalStateException("frames are never computed");
    }
  }
}
