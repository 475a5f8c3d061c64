package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdks;
import io.standstill.it.Workshop;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Compiles the Kotlin programs, once, with the real compiler in a JVM of its own. */
final class Kotlin {
  static final Library LIBRARY = new Library("kotlin");
  private static final Duration END = Duration.ofSeconds(180);
  private static Path classes;

  private Kotlin() {}

  static synchronized String classPath() throws Exception {
    if (classes == null) {
      classes = compile();
    }
    return LIBRARY.classPath(classes);
  }

  private static Path compile() throws Exception {
    Path target = Programs.built("kotlin");
    Workshop.empty(target);
    String compiler =
        new Library("kotlin-compiler")
            .jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    try (ForkedJvm jvm =
        ForkedJvm.on(Jdks.running(), "libraries/kotlin-compiler")
            .flags("-Xmx640m", "-XX:TieredStopAtLevel=1")
            .command(
                "-cp",
                compiler,
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
                "-Werror",
                "-jvm-target",
                "17",
                "-cp",
                LIBRARY.classPath(),
                "-d",
                target.toString(),
                Programs.source("kotlin/KotlinPrograms.kt").toString())
            .start()) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
    }
    return target;
  }
}
