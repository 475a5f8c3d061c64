package io.standstill.it.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A library that no JVM likes: it proves that what must be noticed is noticed. */
final class BadClasses {
  static final String LIBRARY = "bad";

  private BadClasses() {}

  static Path jar() throws IOException {
    Path classes = Files.createDirectories(Programs.built("bad-classes").resolve("bad"));
    Files.write(classes.resolve("Unverifiable.class"), unverifiable());
    Files.write(classes.resolve("Unstructured.class"), unstructured());
    return ToolJars.pack(Programs.built("bad.jar"), classes.getParent(), Map.of());
  }

  /** Returns an int that it does not have. */
  private static byte[] unverifiable() {
    ClassWriter writer = type("bad/Unverifiable");
    MethodVisitor code = method(writer, "nothing", "()I");
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(1, 0);
    return writer.toByteArray();
  }

  /** Returns with a monitor held: verifiable, but for ever interpreted. */
  private static byte[] unstructured() {
    ClassWriter writer = type("bad/Unstructured");
    MethodVisitor code = method(writer, "keep", "(Ljava/lang/Object;)V");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.MONITORENTER);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, 1);
    return writer.toByteArray();
  }

  private static ClassWriter type(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    return writer;
  }

  private static MethodVisitor method(ClassWriter writer, String name, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    return code;
  }
}
