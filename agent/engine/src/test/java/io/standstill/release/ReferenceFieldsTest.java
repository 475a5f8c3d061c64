package io.standstill.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class ReferenceFieldsTest {
  private final Parcel parcel = new Parcel();

  /** Only others use its fields. */
  private static final class Shelf {
    Parcel first;
    int number;
    Object[] others;
  }

  /** So many fields that one lies far behind, where classes keep their static ones. */
  private static class Warehouse {
    static final Parcel SAMPLE = new Parcel();
    long a = 1;
    long b = a + 1;
    long c = b + 1;
    long d = c + 1;
    long e = d + 1;
    long f = e + 1;
    long g = f + 1;
    long h = g + 1;
    long i = h + 1;
    long j = i + 1;
    long k = j + 1;
    long l = k + 1;
    long m = l + 1;
    long n = m + 1;
    long o = n + 1;
    Parcel last;
  }

  private static final class Branch extends Warehouse {
    String name = "north";
  }

  private static final class Carrier extends Thread {
    private final Parcel carried;

    Carrier(Parcel carried) {
      this.carried = carried;
    }

    @Override
    public String toString() {
      return "carries " + carried;
    }
  }

  @Test
  void knowsFieldsThatOnlyOthersUse() {
    Shelf shelf = new Shelf();
    shelf.first = parcel;
    shelf.number = 7;
    shelf.others = new Object[0];
    assertEquals(same(parcel, shelf.others), values(shelf));
  }

  @Test
  void knowsFieldsFarBehindAndThoseOfSuperclassesButNoStaticOnes() {
    Branch branch = new Branch();
    branch.last = parcel;
    assertEquals(same(parcel, branch.name), values(branch));
  }

  @Test
  void knowsFieldsOfThreads() {
    Carrier carrier = new Carrier(parcel);
    assertTrue(values(carrier).contains(parcel), carrier::toString);
  }

  @Test
  void asksTheJvmByNameAndType() {
    assertTrue(FieldOffsets.areKnown());
    assertTrue(FieldOffsets.of(Shelf.class, "first", Parcel.class.descriptorString()) > 0);
    assertEquals(FieldOffsets.NONE, FieldOffsets.of(Shelf.class, "first", "Ljava/lang/Object;"));
    assertEquals(FieldOffsets.NONE, FieldOffsets.of(Shelf.class, "second", "Lno/such/Type;"));
    assertEquals(
        FieldOffsets.NONE,
        FieldOffsets.of(Branch.class, "last", Parcel.class.descriptorString()),
        "of the superclass");
  }

  /** Such as their messages, which begin as types of arrays do. */
  @Test
  void asksForNothingThatCannotBeAType() {
    for (String text : List.of("", "[", "[]", "[a, b]", "L", "L;", "La<Lb;>;", "(I)V", "La b;")) {
      assertEquals(FieldOffsets.NONE, FieldOffsets.of(Shelf.class, "first", text), text);
    }
  }

  @Test
  void agreesWithReflectionOnAWholeLibrary() throws Exception {
    int fields = 0;
    for (Class<?> type : classesBeside(ClassReader.class)) {
      Set<Long> expected = new HashSet<>();
      for (Class<?> c = type; c != null; c = c.getSuperclass()) {
        for (Field field : c.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            expected.add(Unsafe.getUnsafe().objectFieldOffset(field));
          }
        }
      }
      Set<Long> known = new HashSet<>();
      ReferenceFields.of(type).forEach(field -> known.add(field.offset()));
      assertEquals(expected, known, type::getName);
      fields += expected.size();
    }
    assertTrue(fields > 100, fields + " fields");
  }

  /** All classes of the jar, or the directory, that a class comes from. */
  private static List<Class<?>> classesBeside(Class<?> one) throws Exception {
    Path jar = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> classes = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.contains("-info") && !name.startsWith("META-INF")) {
          String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
          classes.add(Class.forName(type, false, one.getClassLoader()));
        }
      }
    }
    return classes;
  }

  private static Set<Object> values(Object object) {
    Set<Object> values = same();
    for (ReferenceFields.Field field : ReferenceFields.of(object.getClass())) {
      Object value = field.of(object);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static Set<Object> same(Object... objects) {
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(set, objects);
    return set;
  }
}
