package io.standstill.it.libraries;

import io.standstill.it.Workshop;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the programs that use libraries, each once, against its own library alone. */
final class Programs {
  private static final Map<String, Path> compiled = new ConcurrentHashMap<>();

  private Programs() {}

  static Path source(String file) {
    return Workshop.sources().resolveSibling("libraries").resolve(file);
  }

  /** The class path of a program of one file, with its library. */
  static String classPath(String mainClass, Library library) {
    return library.classPath(classes(mainClass, library));
  }

  /** The directory with the classes of a program of one file. */
  static Path classes(String mainClass, Library library) {
    return classes(mainClass, mainClass.replace('.', '/') + ".java", library.classPath());
  }

  /** The same for any file and class path. */
  static Path classes(String name, String file, String classPath) {
    return compiled.computeIfAbsent(name, unused -> compile(name, file, classPath));
  }

  /** A place for something built of programs. */
  static Path built(String name) {
    return Library.all().resolveSibling("library-programs").resolve(name);
  }

  private static Path compile(String name, String file, String classPath) {
    Path classes = built(name);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Workshop.empty(classes);
      List<String> options =
          List.of(
              "--release",
              "17",
              "-Xlint:all,-classfile,-path,-processing",
              "-Werror",
              "-proc:none",
              "-cp",
              classPath,
              "-d",
              classes.toString());
      if (!javac
          .getTask(said, files, null, options, null, files.getJavaFileObjects(source(file)))
          .call()) {
        throw new AssertionError(said.toString());
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return classes;
  }
}
