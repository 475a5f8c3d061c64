package io.standstill;

import java.io.File;

/** The command line: {@code java -jar standstill.jar}. */
public final class Main {
  private Main() {}

  /** Hands over to the command line inside the engine, which ends the JVM with its status. */
  public static void main(String[] arguments) throws Exception {
    EngineLoader.ofThisJar()
        .loadClass("io.standstill.cli.CommandLine")
        .getMethod("run", String[].class, File.class)
        .invoke(null, arguments, EngineLoader.jarFile());
  }
}
