package io.standstill.weave;

import io.standstill.release.AccessPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells where a method has its operands from: parameters, and fields from there on. A local
 * variable that is written once stands for what is written to it.
 */
final class AccessPaths {
  private static final int MAXIMUM_CHAIN = 6;

  /** Index of the parameter that lies in a local variable. */
  private final Map<Integer, Integer> parameters = new HashMap<>();

  /** The only store to a local variable; null if there are several. */
  private final Map<Integer, VarInsnNode> stores = new HashMap<>();

  /** Where each local variable is read. */
  private final Map<Integer, List<AbstractInsnNode>> loads = new HashMap<>();

  private final Spans spans;

  /** The local variable in which it is kept what an instruction makes; null until it is asked. */
  private Map<AbstractInsnNode, Integer> kept;

  AccessPaths(MethodNode method, Spans spans) {
    this.spans = spans;
    int local = 0;
    int index = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      parameters.put(local++, index++);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      parameters.put(local, index++);
      local += type.getSize();
    }
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE) {
        stores.put(store.var, stores.containsKey(store.var) ? null : store);
      } else if (insn instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
        loads.computeIfAbsent(load.var, unused -> new ArrayList<>()).add(load);
      }
    }
  }

  AccessPath receiver(MethodInsnNode call) {
    return path(call, (Type.getArgumentsAndReturnSizes(call.desc) >> 2) - 1, MAXIMUM_CHAIN);
  }

  /** One per argument, null where it is not simple; the receiver comes first, if there is one. */
  List<AccessPath> arguments(AbstractInsnNode use, String descriptor, boolean hasReceiver) {
    List<AccessPath> paths = new ArrayList<>();
    int depth = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
    if (hasReceiver) {
      paths.add(path(use, depth, MAXIMUM_CHAIN));
    }
    for (Type type : Type.getArgumentTypes(descriptor)) {
      depth -= type.getSize();
      paths.add(isReference(type) ? path(use, depth, MAXIMUM_CHAIN) : null);
    }
    return Arrays.asList(paths.toArray(new AccessPath[0]));
  }

  /**
   * Where an object is used that an instruction makes: there, and where it is read from the local
   * variable in which it is kept.
   */
  List<AbstractInsnNode> usesOf(AbstractInsnNode making) {
    if (kept == null) {
      kept = new HashMap<>();
      stores.forEach(
          (local, store) -> {
            AbstractInsnNode source = store == null ? null : Operands.source(store, 0);
            if (source != null) {
              kept.put(source, local);
            }
          });
    }
    List<AbstractInsnNode> uses = new ArrayList<>();
    uses.add(making);
    uses.addAll(loads.getOrDefault(kept.get(making), List.of()));
    return uses;
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private AccessPath path(AbstractInsnNode use, int depth, int chain) {
    AbstractInsnNode source = chain == 0 ? null : Operands.source(use, depth);
    if (source != null && source.getOpcode() == Opcodes.NEW) {
      return AccessPath.ofMade(spans.of(source).line());
    } else if (source instanceof VarInsnNode local && local.getOpcode() == Opcodes.ALOAD) {
      return pathOfLocal(local.var, chain - 1);
    } else if (source instanceof FieldInsnNode field) {
      AccessPath.FieldName name =
          new AccessPath.FieldName(field.owner.replace('/', '.'), field.name, field.desc);
      if (field.getOpcode() == Opcodes.GETSTATIC) {
        return AccessPath.ofStatic(name);
      }
      AccessPath holder = path(field, 0, chain - 1);
      return holder == null ? null : holder.then(name);
    }
    return null;
  }

  private AccessPath pathOfLocal(int local, int chain) {
    Integer parameter = parameters.get(local);
    if (!stores.containsKey(local)) {
      return parameter == null ? null : AccessPath.ofParameter(parameter);
    }
    VarInsnNode only = stores.get(local);
    return only == null || parameter != null ? null : path(only, 0, chain);
  }
}
