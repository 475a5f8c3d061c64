package io.standstill.weave.jdk;

import io.standstill.recorder.PoolHooks;
import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves {@code ScheduledThreadPoolExecutor}: who submits. It puts tasks into its queue by itself,
 * past the {@code execute} of its superclass; all but the next runs of periodic tasks come through
 * one method.
 */
final class ScheduledPoolWeaver implements JdkClassWeaver {
  private static final String CONCURRENT = "java/util/concurrent/";

  @Override
  public String className() {
    return CONCURRENT + "ScheduledThreadPoolExecutor";
  }

  @Override
  public List<String> methods() {
    return List.of("delayedExecute(L" + CONCURRENT + "RunnableScheduledFuture;)V");
  }

  @Override
  public void weave(MethodNode method) {
    method.instructions.insert(
        new HookCode()
            .load(0) // STACK: pool
            .load(1) // STACK: pool, task
            .call(PoolHooks.class, "scheduling", Object.class, Object.class) // STACK:
            .list());
  }
}
