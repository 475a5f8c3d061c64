package io.standstill.report;

import io.standstill.finding.Contention;
import javax.management.JMException;
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
    server.registerMBean(
        new StandardMBean(bean, ContentionMXBean.class, true), new ObjectName(NAME));
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
