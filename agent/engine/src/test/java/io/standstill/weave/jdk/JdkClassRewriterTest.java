package io.standstill.weave.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.util.CheckClassAdapter;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/** The shape of woven JDK classes; whether they work is for the forked JVMs to say. */
class JdkClassRewriterTest {
  static List<JdkClassWeaver> weavers() {
    return JdkClassWeaver.ALL;
  }

  @ParameterizedTest
  @MethodSource("weavers")
  void passesTheVerifier(JdkClassWeaver weaver) {
    StringWriter complaints = new StringWriter();
    ClassReader woven = new ClassReader(JdkClassRewriter.rewrite(bytes(weaver), weaver));
    CheckClassAdapter.verify(woven, false, new PrintWriter(complaints));
    assertEquals("", complaints.toString());
  }

  @ParameterizedTest
  @MethodSource("weavers")
  void changesMethodBodiesOnly(JdkClassWeaver weaver) {
    ClassNode before = read(bytes(weaver));
    ClassNode after = read(JdkClassRewriter.rewrite(bytes(weaver), weaver));
    assertEquals(members(before), members(after));
    for (int i = 0; i < before.methods.size(); i++) {
      MethodNode old = before.methods.get(i);
      boolean same = text(old).equals(text(after.methods.get(i)));
      assertEquals(!weaver.methods().contains(old.name + old.desc), same, old.name + old.desc);
    }
  }

  @Test
  void tellsOfEachStep() {
    JdkClassWeaver weaver = JdkClassWeaver.of("java/util/concurrent/ThreadPoolExecutor");
    ClassNode woven = read(JdkClassRewriter.rewrite(bytes(weaver), weaver));
    List<String> hooks = new ArrayList<>();
    for (MethodNode method : woven.methods) {
      method.instructions.forEach(
          instruction -> {
            if (instruction instanceof MethodInsnNode call && call.owner.endsWith("Hooks")) {
              hooks.add(method.name + " " + call.name);
            }
          });
    }
    assertEquals(
        List.of(
            "<init> created",
            "execute submitting",
            "getTask ended",
            "getTask next",
            "processWorkerExit left",
            "reject rejecting",
            "runWorker starting",
            "shutdownNow dropping"),
        hooks.stream().distinct().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("weavers")
  void leavesAloneWhatLacksAMethod(JdkClassWeaver weaver) {
    byte[] other = bytes("java/util/concurrent/FutureTask");
    assertThrows(UnexpectedCode.class, () -> JdkClassRewriter.rewrite(other, weaver));
  }

  @Test
  void leavesAloneAWorkerWithoutAFirstTask() {
    JdkClassWeaver weaver = JdkClassWeaver.of("java/util/concurrent/ThreadPoolExecutor");
    byte[] changed =
        changed(
            bytes(weaver),
            "runWorker",
            method ->
                method.instructions.forEach(
                    instruction -> {
                      if (instruction instanceof FieldInsnNode field) {
                        field.name = "other";
                      }
                    }));
    assertThrows(UnexpectedCode.class, () -> JdkClassRewriter.rewrite(changed, weaver));
  }

  @Test
  void leavesAloneAFunctionThatOverwritesThis() {
    JdkClassWeaver weaver = JdkClassWeaver.of("java/util/concurrent/CompletableFuture$AsyncSupply");
    byte[] changed =
        changed(
            bytes(weaver),
            "run",
            method -> {
              method.instructions.insert(new VarInsnNode(Opcodes.ASTORE, 0));
              method.instructions.insert(new InsnNode(Opcodes.ACONST_NULL));
            });
    assertThrows(UnexpectedCode.class, () -> JdkClassRewriter.rewrite(changed, weaver));
  }

  @Test
  void knowsNoOtherClass() {
    assertFalse(weavers().isEmpty());
    assertEquals(null, JdkClassWeaver.of("java/util/concurrent/FutureTask"));
  }

  /** JDK classes reach hooks of the boot loader only; in this JVM they are elsewhere. */
  @Test
  void keepsOffWhereHooksAreOutOfReach() {
    JdkWeaving weaving = new JdkWeaving(null, (reason, name) -> {}, null);
    weaving.install();
    weaving.weaveLoaded();
    assertTrue(weavers().size() > 3);
  }

  private static byte[] changed(byte[] classFile, String name, Consumer<MethodNode> change) {
    ClassNode node = read(classFile);
    node.methods.stream().filter(method -> method.name.equals(name)).forEach(change);
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    return node;
  }

  private static List<String> members(ClassNode node) {
    List<String> members = new ArrayList<>();
    node.fields.forEach(field -> members.add(field.access + field.name + field.desc));
    node.methods.forEach(method -> members.add(method.access + method.name + method.desc));
    return members;
  }

  private static String text(MethodNode method) {
    Textifier text = new Textifier();
    method.accept(new TraceMethodVisitor(text));
    StringWriter lines = new StringWriter();
    text.print(new PrintWriter(lines, true));
    return lines.toString();
  }

  private static byte[] bytes(JdkClassWeaver weaver) {
    return bytes(weaver.className());
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
