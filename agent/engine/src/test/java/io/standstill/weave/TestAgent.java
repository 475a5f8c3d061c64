package io.standstill.weave;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Attaches an empty agent to this JVM, for its {@link Instrumentation}. */
public final class TestAgent {
  private static volatile Instrumentation instrumentation;

  private TestAgent() {}

  /** Called by the JVM. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Attaches when first asked. */
  public static synchronized Instrumentation instrumentation() {
    if (instrumentation == null) {
      try {
        Path jar = jar();
        VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
        self.loadAgent(jar.toString());
        self.detach();
        Files.delete(jar);
      } catch (Exception failure) {
        throw new AssertionError("cannot attach to this JVM", failure);
      }
    }
    return instrumentation;
  }

  private static Path jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", TestAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    attributes.putValue("Can-Redefine-Classes", "true");
    Path jar = Files.createTempFile("agent", ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
