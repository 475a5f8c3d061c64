package io.standstill.junit;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The socket at which HotSpot on Linux listens for those who attach, used by the JVM that it
 * belongs to. It listens only after it was woken, by a file and a signal.
 */
final class AttachSocket {
  /** HotSpot's place for both files, whatever {@code java.io.tmpdir} says. */
  private static final Path DIRECTORY = Path.of("/tmp");

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String HANDLED = "SigCgt:";

  /** The bit of signal 3. */
  private static final long QUIT = 1 << 2;

  private static final String PROTOCOL = "1";
  private static final int ARGUMENTS = 3;

  /** HotSpot's limit for an argument, in bytes. */
  private static final int LONGEST = 1023;

  private static final String DONE = "0";
  private static final String LOADED = "return code: 0";

  /** As long as the attach API waits. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long POLL_MILLIS = 1;

  private final Path path;

  private AttachSocket(Path path) {
    this.path = path;
  }

  /** Whether this JVM has such a socket, as far as its properties tell. */
  static boolean isKnownHere() {
    String vm = System.getProperty("java.vm.name", "");
    return "Linux".equals(System.getProperty("os.name"))
        && (vm.startsWith("OpenJDK ") || vm.contains("HotSpot"))
        && Files.isExecutable(SHELL);
  }

  /**
   * The socket of this JVM, listening.
   *
   * @throws IOException if the JVM does not open it, with the reason
   */
  static AttachSocket open() throws IOException {
    long process = ProcessHandle.current().pid();
    Path socket = DIRECTORY.resolve(".java_pid" + process);
    if (!Files.exists(socket)) {
      Path request = DIRECTORY.resolve(".attach_pid" + process);
      try {
        create(request);
        raiseQuit(process);
        await(socket);
      } finally {
        Files.deleteIfExists(request);
      }
    }
    return new AttachSocket(socket);
  }

  private static void create(Path request) throws IOException {
    try {
      Files.createFile(request);
    } catch (FileAlreadyExistsException another) {
      return; // Somebody else attaches, too, and asks for the same.
    }
  }

  /** A JVM that does not handle the signal, as with {@code -Xrs}, would end of it. */
  private static void raiseQuit(long process) throws IOException {
    if (!handlesQuit()) {
      throw new IOException("this JVM does not handle the signal that asks it to listen");
    }
    new ProcessBuilder(SHELL.toString(), "-c", "kill -QUIT " + process).start();
  }

  private static boolean handlesQuit() throws IOException {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(HANDLED))
          .map(line -> Long.parseUnsignedLong(line.substring(HANDLED.length()).strip(), 16))
          .anyMatch(signals -> (signals & QUIT) != 0);
    }
  }

  private static void await(Path socket) throws IOException {
    long start = System.nanoTime();
    while (!Files.exists(socket)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException("this JVM does not listen to those who attach");
      }
      OwnThread.rest(POLL_MILLIS);
    }
  }

  /**
   * Loads an agent, as its manifest says, and returns when its method does.
   *
   * @throws IOException if that fails, with the words of the JVM
   */
  void load(Path agentJar, String options) throws IOException {
    String said = ask("load", "instrument", "false", agentJar + "=" + options).strip();
    if (!said.equals(LOADED)) {
      throw new IOException(said);
    }
  }

  /**
   * What the JVM answers to a command.
   *
   * @param arguments at most three, each of at most 1023 bytes
   * @throws IOException if it could not be asked, or it says that it failed, with its words
   */
  String ask(String command, String... arguments) throws IOException {
    StringBuilder request = new StringBuilder(PROTOCOL + '\0' + command + '\0');
    for (int i = 0; i < ARGUMENTS; i++) {
      request.append(i < arguments.length ? checked(arguments[i]) : "").append('\0');
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      ByteBuffer rest = ByteBuffer.wrap(bytes(request.toString()));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      byte[] answer = Channels.newInputStream(channel).readAllBytes();
      return text(new String(answer, StandardCharsets.UTF_8));
    }
  }

  private static String checked(String argument) throws IOException {
    if (bytes(argument).length > LONGEST) {
      throw new IOException("this is longer than the " + LONGEST + " bytes it takes: " + argument);
    }
    return argument;
  }

  /** A line with a status, and then text. */
  private static String text(String answer) throws IOException {
    int line = answer.indexOf('\n');
    String status = line < 0 ? answer : answer.substring(0, line);
    String text = line < 0 ? "" : answer.substring(line + 1);
    if (!status.equals(DONE)) {
      throw new IOException(text.isBlank() ? "status " + status : text.strip());
    }
    return text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
