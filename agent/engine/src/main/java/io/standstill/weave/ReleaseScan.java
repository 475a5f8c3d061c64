package io.standstill.weave;

import io.standstill.release.Call;
import io.standstill.release.ClassReleases;
import io.standstill.release.MethodReleases;
import io.standstill.release.Release;
import io.standstill.release.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Notes what the methods of a class release and call. Only for a class that calls a releasing
 * method itself: few do, and the others pay nothing.
 */
final class ReleaseScan {
  /** A class or method with more of them is none that anyone wrote. */
  private static final int MOST_CALLS = 100;

  private static final int MOST_METHODS = 500;
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final ClassNode node = new ClassNode();

  private ReleaseScan(ClassReader reader) {
    reader.accept(node, 0);
  }

  /** What the class releases, known by the name that a stack trace shows. */
  static ClassReleases of(ClassReader reader) {
    ReleaseScan scan = new ReleaseScan(reader);
    Map<String, MethodReleases> methods = new HashMap<>();
    for (MethodNode method : scan.node.methods) {
      MethodReleases found = scan.scan(method);
      if (!found.releases().isEmpty() || !found.calls().isEmpty()) {
        methods.put(method.name + method.desc, found);
      }
      if (methods.size() == MOST_METHODS) {
        break;
      }
    }
    return new ClassReleases(dotted(scan.node.name), scan.node.sourceFile, methods);
  }

  private MethodReleases scan(MethodNode method) {
    Spans spans = new Spans(method);
    AccessPaths paths = new AccessPaths(method, spans);
    List<Release> releases = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (calls.size() >= MOST_CALLS) {
        break;
      } else if (insn instanceof MethodInsnNode call) {
        Release.Kind kind = Release.kindOf(node.name, call.owner, call.name, call.desc);
        if (kind != null && call.getOpcode() != Opcodes.INVOKESTATIC) {
          releases.add(new Release(kind, dotted(call.owner), paths.receiver(call), spans.of(insn)));
        }
        if ((kind == null || kind.isOfAnyClass()) && mayLead(call)) {
          calls.add(call(call, paths, spans));
        }
      } else if (insn instanceof InvokeDynamicInsnNode dynamic
          && dynamic.bsm.getOwner().equals(LAMBDAS)
          && dynamic.bsmArgs.length > 1
          && dynamic.bsmArgs[1] instanceof Handle target) {
        for (AbstractInsnNode use : paths.usesOf(dynamic)) {
          calls.add(deferred(target, dynamic, paths, spans.of(use)));
        }
      } else if (insn.getOpcode() == Opcodes.NEW && !isJdk(((TypeInsnNode) insn).desc)) {
        calls.add(made(((TypeInsnNode) insn).desc, spans.of(insn)));
      }
    }
    return new MethodReleases(method.name, method.desc, spans.firstLine(), releases, calls);
  }

  /** Calls into the JDK end there, unless it is an interface that the application implements. */
  private static boolean mayLead(MethodInsnNode call) {
    return !call.name.startsWith("<")
        && (call.getOpcode() == Opcodes.INVOKEINTERFACE || !isJdk(call.owner));
  }

  private static boolean isJdk(String owner) {
    return owner.startsWith("java/") || owner.startsWith("javax/") || owner.startsWith("[");
  }

  private static Call call(MethodInsnNode call, AccessPaths paths, Spans spans) {
    boolean dispatched =
        call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
    return new Call(
        dispatched ? Call.Kind.DISPATCHED : Call.Kind.DIRECT,
        dotted(call.owner),
        call.name,
        call.desc,
        paths.arguments(call, call.desc, call.getOpcode() != Opcodes.INVOKESTATIC),
        spans.of(call));
  }

  private static Call deferred(
      Handle target, InvokeDynamicInsnNode dynamic, AccessPaths paths, Span span) {
    return new Call(
        Call.Kind.DEFERRED,
        dotted(target.getOwner()),
        target.getName(),
        target.getDesc(),
        paths.arguments(dynamic, dynamic.desc, false),
        span);
  }

  private static Call made(String type, Span span) {
    return new Call(
        Call.Kind.DEFERRED,
        dotted(type),
        "<init>",
        Type.getMethodDescriptor(Type.VOID_TYPE),
        List.of(),
        span);
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
