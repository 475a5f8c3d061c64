package io.standstill.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the JVMs that this user may attach to. JVMs with -XX:-UsePerfData do not show. */
final class RunningJvms {
  private RunningJvms() {}

  /** All but this one, by process id. */
  static List<Jvm> ofThisUser() {
    String self = Long.toString(ProcessHandle.current().pid());
    List<Jvm> jvms = new ArrayList<>();
    for (VirtualMachineDescriptor found : VirtualMachine.list()) {
      if (!found.id().equals(self) && found.id().matches("[0-9]{1,18}")) {
        jvms.add(new Jvm(Long.parseLong(found.id()), mainClass(found.displayName())));
      }
    }
    jvms.sort(Comparator.comparingLong(Jvm::pid));
    return jvms;
  }

  /** The first word: what follows are the program's arguments, which may be secret. */
  private static String mainClass(String commandLine) {
    String first = commandLine.strip().split("\\s", 2)[0];
    return first.isEmpty() ? Jvm.UNKNOWN : first;
  }
}
