package io.standstill.weave;

import io.standstill.order.Birthplaces;
import io.standstill.recorder.MonitorHooks;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.weave.jdk.JdkMonitors;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves one method: names the sites first, while the code is still the compiler's, then rewrites.
 */
final class MethodWeaver {
  private static final String JDK = "java/";

  private record Place(AbstractInsnNode instruction, Primitive primitive, int site) {}

  private final String owner;
  private final String file;
  private final MethodNode node;
  private final FixedMethods fixed;
  private final CallOwners.Calls calls;
  private final int firstLine;

  /**
   * @param owner internal name of the class
   * @param file its source file, or null
   * @param fixed those of its methods that nobody can override
   * @param calls which calls are left alone
   */
  MethodWeaver(
      String owner, String file, MethodNode node, FixedMethods fixed, CallOwners.Calls calls) {
    this.owner = owner;
    this.file = file;
    this.node = node;
    this.fixed = fixed;
    this.calls = calls;
    this.firstLine = firstLine(node);
  }

  private static int firstLine(MethodNode node) {
    for (AbstractInsnNode insn : node.instructions) {
      if (insn instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }

  void weave(int classVersion) {
    if (JdkMonitors.callNobodyIn(owner, node)) {
      weavePassing();
      return;
    }
    BirthScan births = new BirthScan(node);
    List<Place> places = places(births);
    boolean isSynchronized =
        SynchronizedMethodWeaver.matches(node.access, node.name)
            && !SynchronizedMethodWeaver.isTooOld(node.access, classVersion);
    boolean ownLock = isSynchronized && SynchronizedMethodWeaver.needsOwnLock(node, owner);
    WovenMethod method = new WovenMethod(node, owner, ownLock ? 1 : 0);
    for (Place place : places) {
      place.primitive.weave(place.instruction, place.site, method);
    }
    Code prologue =
        isSynchronized
            ? new SynchronizedMethodWeaver(method, ownLock).weave(siteOfMethod())
            : method.code().insn(Opcodes.ACONST_NULL).storeJournal();
    if (isSynchronized) {
      note(siteOfMethod(), false, births);
    }
    FramePadding.pad(method, ownLock);
    node.instructions.insert(prologue.list());
    nameFirstLine();
  }

  /** Of a method that calls nobody it is enough to know that its monitor was taken. */
  private void weavePassing() {
    node.maxStack = Math.max(node.maxStack, 2);
    node.instructions.insert(
        new Code(0)
            .load(Type.getObjectType(owner), 0) // STACK: this
            .push(siteOfMethod()) // STACK: this, site
            .hook(MonitorHooks.class, "passing", void.class, Object.class, int.class) // STACK:
            .list());
    nameFirstLine();
  }

  private List<Place> places(BirthScan births) {
    List<Place> places = new ArrayList<>();
    LockNames names = new LockNames(node);
    LockFields fields = new LockFields(node, fixed);
    int line = 0;
    for (AbstractInsnNode insn : node.instructions) {
      if (insn instanceof LineNumberNode number) {
        line = number.line;
      }
      Primitive primitive = Primitives.of(insn);
      if (primitive != null && !calls.spare(insn)) {
        Site.Kind kind = primitive.takes(insn);
        int site = kind == null ? 0 : register(line, names.of(insn), fields.of(insn), kind);
        if (site != 0 && kind != Site.Kind.SUBMIT) {
          note(site, births.isUnborn(insn), births);
        }
        places.add(new Place(insn, primitive, site));
      }
    }
    return places;
  }

  private void note(int site, boolean unborn, BirthScan births) {
    if (!owner.startsWith(JDK) && (unborn || !births.made().isEmpty())) {
      Birthplaces.note(site, unborn, births.made());
    }
  }

  private int siteOfMethod() {
    boolean isStatic = (node.access & Opcodes.ACC_STATIC) != 0;
    String lock = isStatic ? owner.substring(owner.lastIndexOf('/') + 1) + ".class" : "this";
    return register(firstLine, lock, null, Site.Kind.MONITOR);
  }

  /**
   * A field of the JDK is a poor name: it may be one of a million lists. And a condition's name is
   * not that of its lock.
   */
  private int register(int line, String lock, String field, Site.Kind kind) {
    String className = owner.replace('/', '.');
    boolean nameless = owner.startsWith(JDK) || kind == Site.Kind.SIGNAL;
    return SiteTable.register(
        nameless
            ? new Site(className, node.name, file, line, null, null, kind)
            : new Site(className, node.name, file, line, lock, field, kind));
  }

  /** The first instruction keeps its line, for stack traces and debuggers. */
  private void nameFirstLine() {
    if (firstLine != 0) {
      LabelNode start = new LabelNode();
      node.instructions.insert(new LineNumberNode(firstLine, start));
      node.instructions.insert(start);
    }
  }
}
