package io.standstill.engine;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/** Opens what the engine reads inside the JDK, to the engine alone. */
final class JdkModules {
  private JdkModules() {}

  /**
   * Lets the engine's module read synchronizers, pools, threads, sockets, thread snapshots, dumps.
   */
  static void openToEngine(Instrumentation instrumentation) {
    Set<Module> engine = Set.of(JdkModules.class.getModule());
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of(
            "java.lang", engine,
            "java.lang.invoke", engine,
            "java.util", engine,
            "java.util.concurrent", engine,
            "java.util.concurrent.locks", engine,
            "jdk.internal.access", engine,
            "jdk.internal.misc", engine,
            "jdk.internal.reflect", engine,
            "jdk.internal.vm", engine,
            "sun.nio.ch", engine),
        Set.of(),
        Map.of());
    open("jdk.management", "com.sun.management.internal", instrumentation);
  }

  private static void open(String module, String packageName, Instrumentation instrumentation) {
    Set<Module> engine = Set.of(JdkModules.class.getModule());
    ModuleLayer.boot()
        .findModule(module)
        .ifPresent(
            found ->
                instrumentation.redefineModule(
                    found, Set.of(), Map.of(), Map.of(packageName, engine), Set.of(), Map.of()));
  }

  /** Lets the recorder, in the boot loader's unnamed module, read a thread's id by its offset. */
  static void exportToRecorder(Instrumentation instrumentation, Module recorder) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(recorder)),
        Map.of(),
        Set.of(),
        Map.of());
  }
}
