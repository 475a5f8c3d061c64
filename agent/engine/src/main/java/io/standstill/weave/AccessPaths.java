package io.standstill.weave;

import io.standstill.release.AccessPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells where a method has its operands from: parameters, and fields from there on. A local
 * variable stands for what is written to it, if that is done once, or just before it is read.
 */
final class AccessPaths {
  private static final int MAXIMUM_CHAIN = 6;

  /** Index of the parameter that lies in a local variable. */
  private final Map<Integer, Integer> parameters = new HashMap<>();

  /** The only store to a local variable; null if there are several. */
  private final Map<Integer, VarInsnNode> stores = new HashMap<>();

  /** Where each local variable is read. */
  private final Map<Integer, List<AbstractInsnNode>> loads = new HashMap<>();

  private final MethodNode method;
  private final Spans spans;

  /** The local variable in which it is kept what an instruction makes; null until it is asked. */
  private Map<AbstractInsnNode, Integer> locals;

  /** The labels to which code jumps; null until they are asked for. */
  private Set<AbstractInsnNode> targets;

  /** Which of what the method makes it keeps to itself; null until it is asked. */
  private KeptObjects kept;

  AccessPaths(MethodNode method, Spans spans) {
    this.method = method;
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
    return path(call, Operands.receiverDepth(call), MAXIMUM_CHAIN);
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
    List<AbstractInsnNode> uses = new ArrayList<>();
    uses.add(making);
    uses.addAll(loadsOf(making));
    return uses;
  }

  /** Where it is read from that variable. */
  List<AbstractInsnNode> loadsOf(AbstractInsnNode making) {
    return loads.getOrDefault(localOf(making), List.of());
  }

  /** The local variable in which alone an object is kept that an instruction makes, or null. */
  Integer localOf(AbstractInsnNode making) {
    if (locals == null) {
      locals = new IdentityHashMap<>();
      stores.forEach(
          (local, store) -> {
            AbstractInsnNode source = store == null ? null : Operands.source(store, 0);
            if (source != null) {
              locals.put(source, local);
            }
          });
    }
    return locals.get(making);
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private AccessPath path(AbstractInsnNode use, int depth, int chain) {
    AbstractInsnNode source = chain == 0 ? null : Operands.source(use, depth);
    if (source instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
      return AccessPath.ofMade(spans.of(made).line(), shown(made));
    } else if (source instanceof VarInsnNode local && local.getOpcode() == Opcodes.ALOAD) {
      return pathOfLocal(local, chain - 1);
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

  /** Looked at only for what threads may wait for: a method is woven while its class is loaded. */
  private int shown(TypeInsnNode made) {
    if (!KeptObjects.mayBe(made)) {
      return 0;
    }
    if (kept == null) {
      kept = new KeptObjects(method, this, spans);
    }
    return kept.shown(made);
  }

  private AccessPath pathOfLocal(VarInsnNode load, int chain) {
    Integer parameter = parameters.get(load.var);
    if (!stores.containsKey(load.var)) {
      return parameter == null ? null : AccessPath.ofParameter(parameter);
    }
    VarInsnNode only = parameter == null ? stores.get(load.var) : null;
    VarInsnNode store = only == null ? storeJustBefore(load) : only;
    return store == null ? null : path(store, 0, chain);
  }

  /**
   * Of several stores to a local variable the one that a load reads, if code leads straight there.
   */
  private VarInsnNode storeJustBefore(VarInsnNode load) {
    for (AbstractInsnNode insn = load.getPrevious(); insn != null; insn = insn.getPrevious()) {
      if (targets().contains(insn)) {
        return null;
      } else if (insn instanceof VarInsnNode store
          && store.getOpcode() == Opcodes.ASTORE
          && store.var == load.var) {
        return store;
      }
    }
    return null;
  }

  /** Where ways may meet: old class files have no frames to tell. */
  private Set<AbstractInsnNode> targets() {
    if (targets == null) {
      targets = Collections.newSetFromMap(new IdentityHashMap<>());
      for (AbstractInsnNode insn : method.instructions) {
        targets.addAll(Ways.targets(insn));
      }
      for (TryCatchBlockNode range : method.tryCatchBlocks) {
        targets.add(range.handler);
      }
    }
    return targets;
  }
}
