package io.standstill.weave;

import io.standstill.release.AccessPath;
import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which futures, latches and the like of the JDK a method makes and shows to nobody but to one
 * lambda. Each place where such an object is read must be known as one that gives it to nobody
 * else: what is not understood counts as given away.
 */
final class KeptObjects {
  private static final String JDK = "java/";

  /**
   * What threads wait for is of these. A call that sets or gets a result returns none of them; one
   * that chains futures may.
   */
  private static final String CONCURRENT = "java/util/concurrent/";

  private final AccessPaths paths;
  private final Spans spans;

  /** How often a value is used for a call of its own methods, by what pushed it. */
  private final Map<AbstractInsnNode, Integer> called = new IdentityHashMap<>();

  /** How often such a call may give the value itself, or what leads to it. */
  private final Map<AbstractInsnNode, Integer> chained = new IdentityHashMap<>();

  /** How often it is captured by a lambda that is itself handed on but once. */
  private final Map<AbstractInsnNode, Integer> captured = new IdentityHashMap<>();

  /** Where that lambda is handed on. */
  private final Map<AbstractInsnNode, AbstractInsnNode> handedOn = new IdentityHashMap<>();

  private final Map<AbstractInsnNode, Integer> copied = new IdentityHashMap<>();

  KeptObjects(MethodNode method, AccessPaths paths, Spans spans) {
    this.paths = paths;
    this.spans = spans;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn.getOpcode() == Opcodes.DUP && !isNullCheck(insn.getNext())) {
        count(copied, Operands.source(insn, 0));
      }
    }
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && isOfJdk(call)) {
        AbstractInsnNode receiver = Operands.source(call, slotsOfArguments(call.desc));
        count(called, receiver);
        if (mayGiveItBack(call)) {
          count(chained, receiver);
        }
      } else if (insn instanceof InvokeDynamicInsnNode lambda && isHandedOnOnce(lambda)) {
        addCapturedBy(lambda);
      }
    }
  }

  /** Whether it makes an object of a class that counts. */
  static boolean mayBe(TypeInsnNode making) {
    return making.desc.startsWith(CONCURRENT);
  }

  /** What the compiler puts before a method reference. */
  private static boolean isNullCheck(AbstractInsnNode next) {
    return next instanceof MethodInsnNode call && call.name.equals("requireNonNull");
  }

  private static void count(Map<AbstractInsnNode, Integer> uses, AbstractInsnNode source) {
    if (source != null) {
      uses.merge(source, 1, Integer::sum);
    }
  }

  private static int slotsOfArguments(String descriptor) {
    return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
  }

  private static boolean isOfJdk(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESTATIC && call.owner.startsWith(JDK);
  }

  private static boolean mayGiveItBack(MethodInsnNode call) {
    return Type.getReturnType(call.desc).getDescriptor().startsWith("L" + CONCURRENT);
  }

  private boolean isHandedOnOnce(InvokeDynamicInsnNode lambda) {
    boolean stored = paths.localOf(lambda) != null;
    return !copied.containsKey(lambda)
        && (!stored || paths.loadsOf(lambda).size() == 1)
        && (!stored || !copied.containsKey(paths.loadsOf(lambda).get(0)));
  }

  private void addCapturedBy(InvokeDynamicInsnNode lambda) {
    int depth = slotsOfArguments(lambda.desc);
    for (Type type : Type.getArgumentTypes(lambda.desc)) {
      depth -= type.getSize();
      AbstractInsnNode source = Operands.source(lambda, depth);
      count(captured, source);
      handedOn.put(source, paths.localOf(lambda) == null ? lambda : paths.loadsOf(lambda).get(0));
    }
  }

  /**
   * The line where the method first gives such an object away, {@link AccessPath#NEVER}, or 0 if
   * that is not known. Only the constructor may have a copy, and one lambda; all else is read from
   * the variable in which the object is kept.
   */
  int shown(TypeInsnNode making) {
    if (paths.localOf(making) == null) {
      return 0;
    } else if (copied.getOrDefault(making, 0) != 1) {
      return line(making);
    }
    int lambdas = 0;
    boolean chains = false;
    for (AbstractInsnNode load : paths.loadsOf(making)) {
      int captures = captured.getOrDefault(load, 0);
      if (copied.containsKey(load) || captures + called.getOrDefault(load, 0) != 1) {
        return line(load);
      }
      lambdas += captures;
      if (captures > 0 && (lambdas > 1 || spans.repeatsWithout(handedOn.get(load), making))) {
        return line(handedOn.get(load));
      }
      chains |= chained.containsKey(load);
    }
    return lambdas == 1 && !chains ? AccessPath.NEVER : 0;
  }

  /** Where code has no lines, threads are in none either. */
  private int line(AbstractInsnNode insn) {
    return Math.max(1, spans.of(insn).line());
  }
}
