package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {
  @Test
  void findsAClassByItsName() {
    LoadedClasses classes = new LoadedClasses(() -> new Class<?>[] {String.class, Integer.class});
    assertSame(Integer.class, classes.named("java.lang.Integer"));
    assertNull(classes.named("java.lang.Long"));
  }

  @Test
  void knowsNoneWhereTheJvmNamesNoneAnyMore() {
    LoadedClasses ending = new LoadedClasses(() -> null);
    assertNull(ending.named("java.lang.Integer"));
    assertEquals(Set.of(), ending.superclassesOf("java.lang.Integer"));
  }
}
