package verdicts.other;

import java.lang.management.ManagementFactory;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import verdicts.Stage;

/**
 * Names a log manager and a builder of MBean servers of its own in main, as an application server
 * does. Says how many MBean servers there are before it makes one, which log manager and builder it
 * gets, and whether the agent's bean comes. With an argument it names none.
 */
public final class OwnPlatform {
  /** An application's own log manager. */
  public static final class Manager extends LogManager {}

  /** An application's own builder of MBean servers. */
  public static final class Builder extends MBeanServerBuilder {
    private static boolean used;

    @Override
    public MBeanServer newMBeanServer(
        String domain, MBeanServer outer, MBeanServerDelegate delegate) {
      used = true;
      return super.newMBeanServer(domain, outer, delegate);
    }
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.setProperty("java.util.logging.manager", Manager.class.getName());
      System.setProperty("javax.management.builder.initial", Builder.class.getName());
    }
    Stage.longPause();
    System.out.println(MBeanServerFactory.findMBeanServer(null).size());
    System.out.println(LogManager.getLogManager().getClass().getSimpleName());
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    System.out.println(Builder.used);
    ObjectName bean = new ObjectName("io.standstill:type=Standstill");
    for (int i = 0; i < 1_000 && !server.isRegistered(bean); i++) {
      Stage.sleep(20);
    }
    System.out.println(server.isRegistered(bean));
  }
}
