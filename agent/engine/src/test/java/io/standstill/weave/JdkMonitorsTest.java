package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** The shape of the JDK's own classes that lock themselves, once they are woven. */
class JdkMonitorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/io/PrintStream",
        "java/io/PrintWriter",
        "java/lang/StringBuffer",
        "java/util/Collections$SynchronizedCollection",
        "java/util/Collections$SynchronizedList",
        "java/util/Collections$SynchronizedMap",
        "java/util/Collections$SynchronizedNavigableMap",
        "java/util/Hashtable",
        "java/util/Hashtable$Enumerator",
        "java/util/Stack",
        "java/util/Vector",
        "java/util/Vector$Itr",
        "java/util/Vector$ListItr",
        "java/util/Vector$VectorSpliterator",
        "java/util/logging/StreamHandler"
      })
  void passesTheVerifierAndMissesNoMonitor(String name) throws IOException {
    byte[] woven = weave(name);
    StringWriter complaints = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(woven), false, new PrintWriter(complaints));
    assertEquals("", complaints.toString());

    ClassNode before = read(bytes(name));
    ClassNode after = read(woven);
    assertEquals(before.methods.size(), after.methods.size());
    for (int i = 0; i < before.methods.size(); i++) {
      MethodNode old = before.methods.get(i);
      assertEquals(old.access, after.methods.get(i).access, old.name);
      assertEquals(locks(old), !hooks(after.methods.get(i)).isEmpty(), old.name + old.desc);
    }
  }

  private static boolean locks(MethodNode method) {
    boolean locks =
        (method.access & Opcodes.ACC_SYNCHRONIZED) != 0
            && (method.access & Opcodes.ACC_ABSTRACT) == 0;
    for (AbstractInsnNode instruction : method.instructions) {
      locks |= instruction.getOpcode() == Opcodes.MONITORENTER;
    }
    return locks;
  }

  @Test
  void keepsTheHoldOfMethodsThatCallOthers() throws IOException {
    assertEquals(Set.of("held", "exited"), hooks("java/util/Vector", "containsAll"));
    assertEquals(Set.of("held", "exited"), hooks("java/util/Vector", "forEach"));
    assertEquals(Set.of("held", "exited"), hooks("java/util/Vector", "toString"));
    assertEquals(Set.of("held", "exited"), hooks("java/util/Hashtable", "computeIfAbsent"));
    assertEquals(
        Set.of("entering", "entered", "exited"),
        hooks("java/util/Collections$SynchronizedCollection", "addAll"));
  }

  @Test
  void onlyMentionsThatOthersWereTaken() throws IOException {
    assertEquals(Set.of("passing"), hooks("java/util/Vector", "get"));
    assertEquals(Set.of("passing"), hooks("java/util/Hashtable", "size"));
    assertEquals(Set.of("passing"), hooks("java/lang/StringBuffer", "length"));
    assertEquals(Set.of("passing"), hooks("java/lang/StringBuffer", "reverse"));
  }

  @Test
  void leavesClassesWithoutMonitorsAlone() throws IOException {
    Coverage coverage = new Coverage();
    assertTrue(
        ClassWeaver.weaveJdk(
                "java/util/ArrayList",
                bytes("java/util/ArrayList"),
                FixtureLoader.NOTHING_LOADED,
                coverage)
            == null);
    assertEquals(Map.of(), coverage.skipped());
  }

  private static Set<String> hooks(String name, String method) throws IOException {
    List<MethodNode> all =
        read(weave(name)).methods.stream().filter(each -> each.name.equals(method)).toList();
    assertFalse(all.isEmpty());
    return hooks(all.get(0));
  }

  private static Set<String> hooks(MethodNode method) {
    Set<String> hooks = new TreeSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && call.owner.endsWith("MonitorHooks")) {
        hooks.add(call.name);
      }
    }
    return hooks;
  }

  private static byte[] weave(String name) throws IOException {
    Coverage coverage = new Coverage();
    byte[] woven = ClassWeaver.weaveJdk(name, bytes(name), FixtureLoader.NOTHING_LOADED, coverage);
    assertEquals(Map.of(), coverage.skipped());
    return woven;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    return node;
  }
}
