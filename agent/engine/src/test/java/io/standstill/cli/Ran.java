package io.standstill.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What a command left behind. */
record Ran(int status, String out, String err) {

  /** Runs a command, with an agent jar whose agent is {@link AnsweringAgent}. */
  static Ran command(Path directory, String... arguments) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        CommandLine.execute(
            arguments, agentJar(directory), new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ran(status, out.toString(), err.toString());
  }

  private static File agentJar(Path directory) throws IOException {
    Path jar = directory.resolve("agent.jar");
    if (!Files.exists(jar)) {
      String entry = AnsweringAgent.class.getName().replace('.', '/') + ".class";
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().putValue("Agent-Class", AnsweringAgent.class.getName());
      manifest.getMainAttributes().putValue("Implementation-Version", "1.2.3");
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file, manifest);
          InputStream bytes = Ran.class.getClassLoader().getResourceAsStream(entry)) {
        out.putNextEntry(new JarEntry(entry));
        bytes.transferTo(out);
      }
    }
    return jar.toFile();
  }
}
