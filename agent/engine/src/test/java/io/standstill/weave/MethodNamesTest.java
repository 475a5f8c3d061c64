package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** On names as they stand in a class file. */
class MethodNamesTest {
  private static final String LONG = "awaitTerminationOfAllThatWasEverStartedHere";

  private final MethodNames names = new MethodNames(Set.of("lock", "a"), Set.of(LONG));

  @ParameterizedTest
  @ValueSource(strings = {"lock", "a", LONG})
  void readsTheseNames(String name) {
    assertEquals(name, read(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlock", "b", "<init>", "fülle"})
  void knowsOthersByTheirLooks(String name) {
    assertNull(read(name));
  }

  @Test
  void isNotMisledByOthersThatLookAlike() {
    assertNull(read("luck"));
  }

  @Test
  void leavesAClassThatIsNotValidToTheVerifier() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, "shop/Till", null, "java/lang/Object", null);

    assertNull(names.read(new ClassReader(writer.toByteArray()), 0, new char[8]));
  }

  private String read(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, "shop/Till", null, "java/lang/Object", null);
    int nameAndType = writer.newNameType(name, "()V");
    ClassReader reader = new ClassReader(writer.toByteArray());
    return names.read(reader, reader.getItem(nameAndType), new char[reader.getMaxStringLength()]);
  }
}
