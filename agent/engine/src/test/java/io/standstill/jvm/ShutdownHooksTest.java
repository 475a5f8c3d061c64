package io.standstill.jvm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShutdownHooksTest {
  @Test
  void knowsAHookUntilItIsRemoved() {
    Thread hook = new Thread(() -> {});
    Runtime.getRuntime().addShutdownHook(hook);
    assertTrue(ShutdownHooks.all().contains(hook));

    Runtime.getRuntime().removeShutdownHook(hook);
    assertFalse(ShutdownHooks.all().contains(hook));
  }
}
