package io.standstill.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM that attaches the agent to this one, as {@link AttachMain}. It takes long to begin,
 * so it can be made ready beforehand.
 */
final class AttachProcess implements AutoCloseable {
  private final Path agentJar;
  private final Process process;

  private AttachProcess(Path agentJar, Process process) {
    this.agentJar = agentJar;
    this.process = process;
  }

  /**
   * Starts the other JVM; does not wait for it.
   *
   * @throws AgentMissingError if that cannot be done, with the reason
   */
  static AttachProcess prepare(Path agentJar) {
    try {
      Process process = OtherJvm.running(AttachMain.class, agentJar.toString()).start();
      return new AttachProcess(agentJar, process);
    } catch (IOException failure) {
      throw failed(failure, agentJar);
    } catch (IllegalStateException nowhere) {
      throw new AgentMissingError(nowhere.getMessage(), null);
    }
  }

  /**
   * Returns once the agent watches this JVM.
   *
   * @throws AgentMissingError if it does not, with the reason
   */
  void run(List<String> options) {
    try {
      say(String.join(",", options));
      if (process.waitFor() != 0) {
        throw new AgentMissingError(words(process), agentJar);
      }
    } catch (IOException failure) {
      throw failed(failure, agentJar);
    } catch (InterruptedException stopped) {
      throw new AgentMissingError("attaching it was interrupted", agentJar);
    }
  }

  /** If it has ended already, its status tells more than that it does not listen. */
  private void say(String options) throws IOException, InterruptedException {
    try (OutputStream in = process.getOutputStream()) {
      in.write((options + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        throw broken;
      }
    }
  }

  /** The other JVM ends, if it has not: it has nothing more to do. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static AgentMissingError failed(IOException failure, Path agentJar) {
    return new AgentMissingError("attaching it failed: " + failure.getMessage(), agentJar);
  }

  /** What it said, in one line. It says little, so that the pipe holds it all. */
  private static String words(Process process) throws IOException {
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), Charset.defaultCharset()).strip();
      return text.replaceFirst("^standstill: ", "").replaceAll("\\R", " ");
    }
  }
}
