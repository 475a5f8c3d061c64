package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Speaks to the JVM of the tests, which is one of HotSpot's. */
@Timeout(60)
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

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSocketOfAnotherJvmIsLeftAlone(@TempDir Path directory) throws Exception {
    Path socket = directory.resolve("other");
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(socket));
      Future<Void> answered = answerOnce(other, "0\njava.vm.name=another one\n");

      IOException failure = assertThrows(IOException.class, () -> AttachSocket.at(socket));

      assertTrue(failure.getMessage().contains("belongs to another JVM"), failure.getMessage());
      answered.get();
    }
  }

  /** Reads a request to its end, five words each of which ends with a zero, and answers it. */
  private static Future<Void> answerOnce(ServerSocketChannel server, String answer) {
    FutureTask<Void> answered =
        new FutureTask<>(
            () -> {
              try (SocketChannel client = server.accept()) {
                InputStream request = Channels.newInputStream(client);
                for (int words = 0; words < 5; ) {
                  words += request.read() == 0 ? 1 : 0;
                }
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
              }
              return null;
            });
    Thread thread = new Thread(answered, "another JVM");
    thread.setDaemon(true);
    thread.start();
    return answered;
  }
}
