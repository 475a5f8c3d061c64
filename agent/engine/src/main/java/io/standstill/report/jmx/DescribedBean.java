package io.standstill.report.jmx;

import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.NotificationEmitter;
import javax.management.StandardEmitterMBean;

/** The MXBean with words: JConsole shows a description with each attribute and operation. */
final class DescribedBean extends StandardEmitterMBean {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(
              "Healthy",
              "False while threads stand still for good, or while the agent itself cannot see"),
          Map.entry("PoolRisks", "Pools that were seen to wait for themselves, and got through"),
          Map.entry("FindingCounts", "How many situations of each kind were found since the start"),
          Map.entry("ActiveFindings", "The situations that last now"),
          Map.entry("Coverage", "How many classes are watched, how many are not, and why"),
          Map.entry("Problems", "What is off or failing in the agent itself"),
          Map.entry("Version", "The version of the agent"),
          Map.entry("StartTime", "When watching began"),
          Map.entry(
              "LockThresholdMillis",
              "How long a thread may wait for a lock before it is told, in milliseconds"),
          Map.entry(
              "PoolThresholdMillis",
              "How long a pool may be busy without ending a task while others wait, in milliseconds"),
          Map.entry(
              "StallThresholdMillis",
              "How long a wait must have lasted before a stall is told, in milliseconds"),
          Map.entry("report", "The active findings, problems and waits for locks as text"),
          Map.entry(
              "look", "Takes a look now and returns the active findings and problems as text"));

  DescribedBean(StandstillMXBean bean, NotificationEmitter emitter) {
    super(bean, StandstillMXBean.class, true, emitter);
  }

  @Override
  protected String getDescription(MBeanInfo info) {
    return "Tells why this JVM stands still";
  }

  @Override
  protected String getDescription(MBeanFeatureInfo info) {
    return WORDS.getOrDefault(info.getName(), info.getName());
  }

  @Override
  protected String getDescription(MBeanAttributeInfo info) {
    return getDescription((MBeanFeatureInfo) info);
  }

  @Override
  protected String getDescription(MBeanOperationInfo info) {
    return getDescription((MBeanFeatureInfo) info);
  }

  @Override
  protected int getImpact(MBeanOperationInfo info) {
    return info.getName().equals("look") ? MBeanOperationInfo.ACTION : MBeanOperationInfo.INFO;
  }
}
