package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which locks nobody else can know yet, method by method. */
class BirthScanTest {
  @Test
  void knowsWhatWasMadeJustBefore() throws IOException {
    assertEquals(List.of(true), unborn("made"));
    assertEquals(List.of(true), unborn("fieldOfMade"));
    assertEquals(List.of(true), unborn("<init>"));
  }

  @Test
  void takesNothingForNewThatOthersMayHave() throws IOException {
    assertEquals(List.of(false), unborn("handedOn"));
    assertEquals(List.of(false), unborn("madeWith"));
    assertEquals(List.of(false), unborn("parameter"));
    assertEquals(List.of(false), unborn("fromFunction"));
    assertEquals(List.of(false), unborn("inALoop"));
    assertEquals(List.of(false, false), unborn("oneOfTwo"));
    assertEquals(List.of(true, false), unborn("twice"));
  }

  @Test
  void takesNoConstructorForPrivateThatHandsItselfOn() throws IOException {
    for (Class<?> type : List.of(Registered.class, Published.class)) {
      MethodNode constructor = method(type, "<init>");
      assertEquals(List.of(false), unborn(constructor), type.getName());
    }
  }

  @Test
  void knowsWhatAConstructorLocksOnlyIfItHasMadeThat() throws IOException {
    assertEquals(List.of(true), unborn(method(Owner.class, "<init>")));
    assertEquals(List.of(false), unborn(method(Sharer.class, "<init>")));
  }

  @Test
  void tellsWhatIsMade() throws IOException {
    assertEquals(Set.of(Part.class.getName()), made("made"));
    assertEquals(Set.of(Part.class.getName()), made("fromFunction"));
    assertEquals(Set.of(), made("parameter"));
  }

  private static Set<String> made(String name) throws IOException {
    return new BirthScan(method(Shapes.class, name)).made();
  }

  private static List<Boolean> unborn(String name) throws IOException {
    return unborn(method(Shapes.class, name));
  }

  private static List<Boolean> unborn(MethodNode method) {
    BirthScan scan = new BirthScan(method);
    List<Boolean> all = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn.getOpcode() == Opcodes.MONITORENTER
          || insn instanceof MethodInsnNode call && call.name.equals("lock")) {
        all.add(scan.isUnborn(insn));
      }
    }
    return all;
  }

  private static MethodNode method(Class<?> type, String name) throws IOException {
    ClassNode node = new ClassNode();
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (var in = type.getResourceAsStream(file)) {
      new ClassReader(in).accept(node, 0);
    }
    return node.methods.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  private static final class Part {
    private final ReentrantLock lock = new ReentrantLock();
  }

  /** The shapes. */
  private static final class Shapes {
    private final ReentrantLock own = new ReentrantLock();
    private final Collection<Part> parts;
    private int count;

    Shapes(Collection<Part> parts) {
      this.parts = parts;
      synchronized (this) {
        count = parts.size();
      }
    }

    void made() {
      Part part = new Part();
      synchronized (part) {
        parts.add(part);
      }
    }

    void fieldOfMade() {
      Part part = new Part();
      part.lock.lock();
      parts.add(part);
    }

    void handedOn() {
      Part part = new Part();
      parts.add(part);
      part.lock.lock();
    }

    void madeWith(ReentrantLock lock) {
      Sharer sharer = new Sharer(lock);
      sharer.lock.lock();
    }

    void parameter(Part part) {
      synchronized (part) {
        count++;
      }
    }

    void fromFunction(Supplier<Part> function) {
      Part part = function.get();
      synchronized (part) {
        parts.add(part);
      }
    }

    void inALoop() {
      Part part = new Part();
      for (int i = 0; i < 2; i++) {
        synchronized (part) {
          parts.add(part);
        }
      }
    }

    void oneOfTwo(Part other) {
      Part part = new Part();
      if (count > 0) {
        part = other;
      }
      synchronized (part) {
        count++;
      }
      own.lock();
    }

    void twice() {
      Part part = new Part();
      synchronized (part) {
        parts.add(part);
      }
      synchronized (part) {
        count++;
      }
    }
  }

  private static final class Owner {
    private final ReentrantLock lock = new ReentrantLock();

    Owner() {
      lock.lock();
    }
  }

  private static final class Sharer {
    private final ReentrantLock lock;

    Sharer(ReentrantLock lock) {
      this.lock = lock;
      this.lock.lock();
    }
  }

  private static final class Registered {
    Registered(Collection<Object> all) {
      all.add(this);
      synchronized (this) {
        all.size();
      }
    }
  }

  private static final class Published {
    private static Published last;

    Published() {
      last = this;
      synchronized (this) {
        last.hashCode();
      }
    }
  }
}
