package verdicts.other;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import verdicts.Luck;
import verdicts.Stage;

/**
 * Takes two monitors in two orders, then as many inside each other as it is told to, and says what
 * the agent's MBeans say of that.
 */
public final class OrderTranscript {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        count++;
      }
    }
  }

  private static void nest(Object[] monitors, int depth) {
    if (depth < monitors.length) {
      monitors[depth] = new Object();
      synchronized (monitors[depth]) {
        nest(monitors, depth + 1);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName order = new ObjectName("io.standstill:type=LockOrder");
    while (!server.isRegistered(order)) {
      Thread.sleep(20);
    }
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> cross(left, right))),
        Stage.start("b", () -> luck.turn(1, () -> cross(right, left))));
    Object[] all = new Object[Integer.parseInt(args[0])];
    nest(all, 0);
    Object[] nothing = {};
    String report = (String) server.invoke(order, "look", nothing, new String[0]);
    System.out.println("report " + report.lines().findFirst().orElse(""));
    for (String attribute : new String[] {"On", "RiskCount", "KnownCount", "Degraded"}) {
      System.out.println(attribute + " " + server.getAttribute(order, attribute));
    }
    System.out.println("Risks " + ((TabularData) server.getAttribute(order, "Risks")).size());
    System.out.println("Stale " + ((String[]) server.getAttribute(order, "Stale")).length);
    ObjectName happened = new ObjectName("io.standstill:type=Standstill");
    System.out.println("Healthy " + server.getAttribute(happened, "Healthy"));
    System.out.println(
        "ActiveFindings " + ((TabularData) server.getAttribute(happened, "ActiveFindings")).size());
  }
}
