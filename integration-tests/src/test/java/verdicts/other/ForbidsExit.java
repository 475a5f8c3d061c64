package verdicts.other;

import java.security.Permission;
import verdicts.deadlock.monitors.DaemonThreads;

/** Lets nobody end the JVM, as a server does that runs other people's code, and stands still. */
@SuppressWarnings("removal")
public final class ForbidsExit extends SecurityManager {
  @Override
  public void checkPermission(Permission permission) {
    String name = permission.getName();
    if (name.startsWith("exitVM") || name.equals("setSecurityManager")) {
      throw new SecurityException("no " + name);
    }
  }

  public static void main(String[] args) {
    System.setSecurityManager(new ForbidsExit());
    DaemonThreads.main(args);
  }
}
