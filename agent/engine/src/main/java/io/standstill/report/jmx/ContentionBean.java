package io.standstill.report.jmx;

import io.standstill.finding.Contention;
import io.standstill.report.ContentionText;
import io.standstill.report.JsonLine;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Answers JMX clients who ask which locks are waited for. */
public final class ContentionBean implements ContentionMXBean {
  /** Where to find it. */
  public static final String NAME = "io.standstill:type=Contention";

  private final Contention contention;

  private ContentionBean(Contention contention) {
    this.contention = contention;
  }

  /** Makes it visible in an MBean server. */
  public static void register(Contention contention, MBeanServer server) throws JMException {
    ContentionBean bean = new ContentionBean(contention);
    server.registerMBean(new Described(bean), new ObjectName(NAME));
  }

  /** With words: how exact the figures are, a client reads here first. */
  private static final class Described extends StandardMBean {
    private static final Map<String, String> WORDS =
        Map.of(
            "Since",
            "When counting began",
            "Locks",
            "The locks that were waited for longest, with their pairs of places. Looks count who"
                + " waits, so sums are right in the mean, and what is shorter than the time"
                + " between two looks is seen by chance. Longest waits and holds are known to "
                + Contention.RESOLUTION_MILLIS
                + " ms at best",
            "report",
            "The same as text",
            "reset",
            "Forgets all, and begins again");

    Described(ContentionBean bean) {
      super(bean, ContentionMXBean.class, true);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
      return "Who has waited for which lock";
    }

    @Override
    protected String getDescription(MBeanFeatureInfo info) {
      return WORDS.get(info.getName());
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
      return getDescription((MBeanFeatureInfo) info);
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
      return getDescription((MBeanFeatureInfo) info);
    }
  }

  @Override
  public String getSince() {
    return JsonLine.time(contention.since());
  }

  @Override
  public ContentionRow[] getLocks() {
    return contention.top(ContentionText.MOST).stream()
        .map(ContentionRow::new)
        .toArray(ContentionRow[]::new);
  }

  @Override
  public String report() {
    return ContentionText.of(contention);
  }

  @Override
  public void reset() {
    contention.reset();
  }
}
