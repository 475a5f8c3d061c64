package io.standstill.junit;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What runs in the other JVM: loads the agent into the one that asked for it. The agent's own
 * command line does that too, but takes twice as long to begin, and a test waits for it. The two
 * JVMs meet as soon as they can: that takes a tenth of a second at least, and may be over before
 * anybody waits.
 */
public final class AttachMain {
  private AttachMain() {}

  /**
   * Reads the agent's options, one line that may be empty. Ends with status 0 once the agent
   * watches, else says why it does not, in one line. Without any line nobody wants it.
   *
   * @param arguments a process id and the agent jar
   */
  public static void main(String[] arguments) throws IOException {
    VirtualMachine vm = null;
    String failure = null;
    try {
      vm = canAttach() ? VirtualMachine.attach(arguments[0]) : null;
    } catch (Exception refused) {
      failure = "it cannot be attached: " + refused.getMessage();
    }
    String options = options();
    if (options == null) {
      failure = "unused";
    } else if (failure == null) {
      failure = failure(vm, arguments[1], options);
    }
    if (failure != null) {
      System.out.println(failure);
      System.exit(1);
    }
  }

  private static String options() throws IOException {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }

  private static boolean canAttach() {
    return ModuleLayer.boot().findModule("jdk.attach").isPresent();
  }

  private static String failure(VirtualMachine vm, String agentJar, String options) {
    if (vm == null) {
      return "the Java in "
          + System.getProperty("java.home")
          + " lacks the module jdk.attach; use the java of a JDK";
    }
    try {
      vm.loadAgent(agentJar, options);
      String failure = AgentAnswer.failure(vm.getAgentProperties());
      vm.detach();
      return failure;
    } catch (Exception refused) {
      return "it cannot be attached: " + refused.getMessage();
    }
  }
}
