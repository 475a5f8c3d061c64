package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another JVM, which attaches an agent that notes its options, and answers nothing, to this one.
 */
class AttachProcessTest {
  private static final String NOTE = AttachProcessTest.class.getName();

  /** What is attached. */
  public static final class NotingAgent {
    private NotingAgent() {}

    /** The JVM calls this. */
    public static void agentmain(String options) {
      System.setProperty(NOTE, options);
    }
  }

  @Test
  void attachesWithTheOptionsAndHearsWhetherTheAgentAnswers(@TempDir Path directory)
      throws Exception {
    Path jar = directory.resolve("noting.jar");
    writeAgent(jar);

    try (AttachProcess attach = AttachProcess.prepare(jar)) {
      List<String> options = List.of("interval=1s", "order=off");
      AgentMissingError failure = assertThrows(AgentMissingError.class, () -> attach.run(options));

      assertTrue(
          failure.getMessage().contains("it was loaded, but did not answer"), failure.getMessage());
      assertEquals("interval=1s,order=off", System.getProperty(NOTE));
    } finally {
      System.clearProperty(NOTE);
    }
  }

  @Test
  void tellsWhyNothingCouldBeAttached(@TempDir Path directory) throws Exception {
    try (AttachProcess attach = AttachProcess.prepare(directory.resolve("absent.jar"))) {
      AgentMissingError failure =
          assertThrows(AgentMissingError.class, () -> attach.run(List.of()));

      assertTrue(failure.getMessage().contains("it cannot be attached"), failure.getMessage());
    }
  }

  private static void writeAgent(Path jar) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", NotingAgent.class.getName());
    String file = NotingAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream code = NotingAgent.class.getClassLoader().getResourceAsStream(file)) {
      entries.putNextEntry(new JarEntry(file));
      code.transferTo(entries);
    }
  }
}
