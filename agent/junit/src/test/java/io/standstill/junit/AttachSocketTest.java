package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Speaks to the JVM of the tests, which is one of HotSpot's. */
class AttachSocketTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void theJvmListensAndAnswers() throws IOException {
    assertTrue(AttachSocket.isKnownHere());

    Properties said = new Properties();
    said.load(new StringReader(AttachSocket.open().ask("properties")));

    assertEquals(System.getProperty("java.vm.version"), said.getProperty("java.vm.version"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatFailsIsToldInTheWordsOfTheJvm() throws IOException {
    AttachSocket socket = AttachSocket.open();

    IOException failure = assertThrows(IOException.class, () -> socket.ask("dance"));

    assertTrue(failure.getMessage().contains("dance"), failure.getMessage());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNoFileOfItsOwnAndNoProperty() throws IOException {
    AttachSocket.open();

    String request = ".attach_pid" + ProcessHandle.current().pid();
    assertFalse(Files.exists(Path.of("/proc/self/cwd", request)));
    assertFalse(Files.exists(Path.of("/tmp", request)));
    assertNull(System.getProperty("io.standstill.junit.asked-by"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsWhyAnAgentIsNotLoaded(@TempDir Path directory) throws IOException {
    AttachSocket socket = AttachSocket.open();
    Path absent = directory.resolve("absent.jar");

    IOException failure = assertThrows(IOException.class, () -> socket.load(absent, ""));

    assertEquals("the jar is not there, or is no agent", failure.getMessage());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsTooLongIsToldBeforeItIsSent() throws IOException {
    AttachSocket socket = AttachSocket.open();
    String longest = "\u00e4".repeat(511) + "x";

    IOException failure = assertThrows(IOException.class, () -> socket.ask("dance", longest + "x"));
    IOException fits = assertThrows(IOException.class, () -> socket.ask("dance", longest));

    assertTrue(failure.getMessage().contains("longer than the 1023 bytes"), failure.getMessage());
    assertTrue(fits.getMessage().contains("dance"), fits.getMessage());
  }
}
