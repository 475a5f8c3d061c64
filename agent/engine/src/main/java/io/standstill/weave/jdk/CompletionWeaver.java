package io.standstill.weave.jdk;

import io.standstill.recorder.ForkHooks;
import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves the completions behind {@code thenApply} and the like: the one method that each of them
 * calls when what it waited for is done, before its function runs or is handed to an executor.
 */
final class CompletionWeaver implements JdkClassWeaver {
  @Override
  public String className() {
    return "java/util/concurrent/CompletableFuture$UniCompletion";
  }

  @Override
  public List<String> methods() {
    return List.of("claim()Z");
  }

  @Override
  public void weave(MethodNode method) {
    method.instructions.insert(
        new HookCode()
            .load(0) // STACK: completion
            .call(ForkHooks.class, "firing", Object.class) // STACK:
            .list());
  }
}
