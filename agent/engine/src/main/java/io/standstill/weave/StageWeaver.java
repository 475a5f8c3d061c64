package io.standstill.weave;

import io.standstill.recorder.ForkHooks;
import io.standstill.recorder.Site;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Weaves calls that attach a function to a {@code CompletableFuture}: it runs after all that its
 * thread did before, and where the future is done, after all that led to that.
 */
final class StageWeaver implements Primitive {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> OWNERS =
      Set.of(CONCURRENT + "CompletableFuture", CONCURRENT + "CompletionStage");
  private static final Set<String> METHODS =
      Set.of(
          "thenApply",
          "thenApplyAsync",
          "thenAccept",
          "thenAcceptAsync",
          "thenRun",
          "thenRunAsync",
          "thenCompose",
          "thenComposeAsync",
          "thenCombine",
          "thenCombineAsync",
          "thenAcceptBoth",
          "thenAcceptBothAsync",
          "runAfterBoth",
          "runAfterBothAsync",
          "applyToEither",
          "applyToEitherAsync",
          "acceptEither",
          "acceptEitherAsync",
          "runAfterEither",
          "runAfterEitherAsync",
          "handle",
          "handleAsync",
          "whenComplete",
          "whenCompleteAsync",
          "exceptionally",
          "exceptionallyAsync",
          "exceptionallyCompose",
          "exceptionallyComposeAsync");

  @Override
  public Set<String> methodNames() {
    return METHODS;
  }

  @Override
  public boolean matches(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
            || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && OWNERS.contains(call.owner)
        && METHODS.contains(call.name);
  }

  @Override
  public Site.Kind takes(AbstractInsnNode instruction) {
    return null;
  }

  @Override
  public void weave(AbstractInsnNode instruction, int site, WovenMethod method) {
    MethodInsnNode call = (MethodInsnNode) instruction;
    Code code = method.code(); // STACK: stage, [arguments]
    method.spillArguments(code, call); // STACK: stage
    code.dup() // STACK: stage, stage
        .hook(ForkHooks.class, "attaching", void.class, Object.class); // STACK: stage
    method.loadArguments(code, call); // STACK: stage, [arguments]
    method.before(call, code);
  }
}
