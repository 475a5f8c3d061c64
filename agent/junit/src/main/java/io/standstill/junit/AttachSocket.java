package io.standstill.junit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The socket at which HotSpot on Linux listens for those who attach, used by the JVM that it
 * belongs to. It listens only after it was woken, by a file and a signal.
 */
final class AttachSocket {
  /** HotSpot's place for both files, whatever {@code java.io.tmpdir} says. */
  private static final Path DIRECTORY = Path.of("/tmp");

  private static final Path WORKING_DIRECTORY = Path.of("/proc/self/cwd");
  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String HANDLED = "SigCgt:";

  /** The bit of signal 3. */
  private static final long QUIT = 1 << 2;

  private static final String FORBIDDEN = "-XX:+DisableAttachMechanism";
  private static final String MARK = "io.standstill.junit.asked-by";
  private static final String PROTOCOL = "1";
  private static final int ARGUMENTS = 3;

  /** HotSpot's limit for an argument, in bytes. */
  private static final int LONGEST = 1023;

  private static final String DONE = "0";

  /** What the JVM says when it has loaded an agent, and why it has not. */
  private static final String LOADED = "return code: 0";

  private static final Map<String, String> NOT_LOADED =
      Map.of(
          "return code: 100", "the jar is not there, or is no agent",
          "return code: 101", "the jar cannot be added to the class path",
          "return code: 102", "the agent failed to start");

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
      wake(process, socket);
    }
    return at(socket);
  }

  /**
   * The socket in this file, which somebody listens at.
   *
   * @throws IOException if that is not this very JVM
   */
  static AttachSocket at(Path socket) throws IOException {
    AttachSocket opened = new AttachSocket(socket);
    if (!opened.isOurs()) {
      throw new IOException(socket + " belongs to another JVM, which has the same number");
    }
    return opened;
  }

  private static void wake(long process, Path socket) throws IOException {
    if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains(FORBIDDEN)) {
      throw new IOException("this JVM was started with " + FORBIDDEN);
    }
    Path request = createRequest(".attach_pid" + process);
    try {
      raiseQuit(process, socket);
      await(socket);
    } finally {
      Files.deleteIfExists(request);
    }
  }

  /** Where HotSpot looks first, else where it looks next. */
  private static Path createRequest(String name) throws IOException {
    try {
      return Files.createFile(WORKING_DIRECTORY.resolve(name));
    } catch (IOException notThere) {
      return Files.createFile(DIRECTORY.resolve(name));
    }
  }

  /**
   * A JVM that does not handle the signal would end of it, and one that somebody else has woken
   * meanwhile would print a thread dump.
   */
  private static void raiseQuit(long process, Path socket) throws IOException {
    if (!handlesQuit()) {
      throw new IOException("this JVM does not handle the signal that asks it to listen");
    }
    String command = "test -S " + socket + " || kill -QUIT " + process;
    Process shell = new ProcessBuilder(SHELL.toString(), "-c", command).start();
    if (shell.onExit().join().exitValue() != 0) {
      throw new IOException("it could not be asked to listen: '" + command + "' failed");
    }
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
      Thread.interrupted(); // An application may interrupt all threads that it finds.
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
      throw new IOException(NOT_LOADED.getOrDefault(said, said));
    }
  }

  /** Containers may share a directory, but not the numbers of processes. */
  private boolean isOurs() throws IOException {
    String mark = UUID.randomUUID().toString();
    System.setProperty(MARK, mark);
    try {
      return ask("properties").contains(mark);
    } finally {
      System.clearProperty(MARK);
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
