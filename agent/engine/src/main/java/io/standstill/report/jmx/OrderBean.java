package io.standstill.report.jmx;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.finding.Kind;
import io.standstill.report.FindingText;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Answers JMX clients about predictions. */
public final class OrderBean implements OrderMXBean {
  /** Where to find us. */
  public static final String NAME = "io.standstill:type=LockOrder";

  private static final String NOTHING = "No lock-order risk was seen.";

  private final FindingBoard board;
  private final Supplier<OrderState> state;

  /**
   * A bean.
   *
   * @param state what is known; gives null if nothing is predicted
   */
  public OrderBean(FindingBoard board, Supplier<OrderState> state) {
    this.board = board;
    this.state = state;
  }

  /** Makes it visible. */
  public void register(MBeanServer server) throws JMException {
    server.registerMBean(new StandardMBean(this, OrderMXBean.class, true), new ObjectName(NAME));
  }

  @Override
  public boolean isOn() {
    return state.get() != null;
  }

  @Override
  public int getRiskCount() {
    return board.predicted(Kind.LOCK_ORDER).size();
  }

  @Override
  public Map<String, FindingRow> getRisks() {
    return FindingRow.predicted(board, Kind.LOCK_ORDER);
  }

  @Override
  public int getKnownCount() {
    OrderState known = state.get();
    return known == null ? 0 : known.known();
  }

  @Override
  public String[] getStale() {
    OrderState known = state.get();
    return (known == null ? List.<String>of() : known.stale()).toArray(String[]::new);
  }

  @Override
  public boolean isDegraded() {
    OrderState known = state.get();
    return known != null && known.isDegraded();
  }

  @Override
  public String look() {
    OrderState known = state.get();
    if (known != null) {
      known.look();
    }
    StringBuilder report = new StringBuilder();
    for (Finding finding : board.predicted(Kind.LOCK_ORDER)) {
      report.append(report.isEmpty() ? "" : "\n\n").append(FindingText.of(finding));
    }
    return report.isEmpty() ? NOTHING : report.toString();
  }
}
