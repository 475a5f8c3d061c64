package io.standstill.cli;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.standstill.options.AttachChannel;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;

/** Loads the agent into another JVM, and reads its answer through {@link AttachChannel}. */
final class Attachment {
  private static final int OLDEST_JAVA = 17;

  private final Jvm target;
  private final VirtualMachine vm;

  private Attachment(Jvm target, VirtualMachine vm) {
    this.target = target;
    this.vm = vm;
  }

  /**
   * Makes the agent watch a JVM.
   *
   * @return what it answers, in one line
   * @throws CommandException if that JVM is not watched by this call, whatever the reason
   */
  static String to(Jvm target, File agentJar, String argument) {
    try {
      VirtualMachine vm = VirtualMachine.attach(Long.toString(target.pid()));
      try {
        return new Attachment(target, vm).load(agentJar, argument);
      } finally {
        vm.detach();
      }
    } catch (AttachNotSupportedException unsupported) {
      throw CommandException.failed(target + " does not let anyone attach: " + words(unsupported));
    } catch (IOException broken) {
      throw CommandException.failed("cannot attach to " + target + ": " + words(broken));
    }
  }

  private String load(File agentJar, String argument) throws IOException {
    Properties before = vm.getAgentProperties();
    if (AttachChannel.WATCHING.equals(before.getProperty(AttachChannel.STATUS))) {
      String since = before.getProperty(AttachChannel.SINCE);
      throw CommandException.failed(
          target + " is already watched" + since(since) + "; nothing was changed");
    }
    checkJava();
    try {
      vm.loadAgent(agentJar.getAbsolutePath(), argument);
    } catch (AgentLoadException | AgentInitializationException refused) {
      throw CommandException.failed(target + " did not load the agent: " + words(refused));
    }
    return answer(vm.getAgentProperties());
  }

  private void checkJava() throws IOException {
    String version = vm.getSystemProperties().getProperty("java.specification.version", "");
    boolean old =
        version.startsWith("1.")
            || version.matches("[0-9]{1,4}") && Integer.parseInt(version) < OLDEST_JAVA;
    if (old) {
      throw CommandException.failed(
          target + " runs Java " + version + "; Standstill needs " + OLDEST_JAVA + " or later");
    }
  }

  private String answer(Properties properties) {
    String status = properties.getProperty(AttachChannel.STATUS, "");
    String message = properties.getProperty(AttachChannel.MESSAGE, status);
    String line = message.replaceAll("\\p{Cntrl}+", " ").replaceFirst("^standstill: ", "");
    return switch (status) {
      case AttachChannel.WATCHING -> line;
      case AttachChannel.REFUSED, AttachChannel.FAILED ->
          throw CommandException.failed(target + ": " + line);
      default ->
          throw CommandException.failed(
              target + " loaded the agent, but the agent did not answer; see that JVM's log");
    };
  }

  private static String since(String time) {
    try {
      return time == null ? "" : " (since " + Instant.parse(time).truncatedTo(SECONDS) + ")";
    } catch (DateTimeParseException notATime) {
      return "";
    }
  }

  private static String words(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
