package io.standstill.report.jmx;

import io.standstill.pool.PoolFigures;
import io.standstill.report.PlainText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * One MBean per pool: registered when the pool is first seen, unregistered when it is gone. To be
 * used by one thread, which may have to wait for the MBean server; never by one that looks.
 */
public final class PoolBeans {
  /** What the names of all of them begin with. */
  public static final String NAME = "io.standstill:type=Pool,name=";

  /** An application may make pools without end; the beans of so many are enough. */
  private static final int MOST = 500;

  private final MBeanServer server;
  private final Map<String, PoolBean> beans = new HashMap<>();

  public PoolBeans(MBeanServer server) {
    this.server = server;
  }

  /** Shows these pools, and no others. */
  public void show(List<PoolFigures> pools) throws JMException {
    Set<String> gone = new HashSet<>(beans.keySet());
    for (PoolFigures pool : pools) {
      gone.remove(pool.name());
      PoolBean bean = beans.get(pool.name());
      if (bean != null) {
        bean.show(pool);
      } else if (beans.size() < MOST) {
        register(pool);
      }
    }
    for (String name : gone) {
      beans.remove(name);
      unregister(name);
    }
  }

  private void register(PoolFigures pool) throws JMException {
    PoolBean bean = new PoolBean(pool);
    beans.put(pool.name(), bean);
    server.registerMBean(new StandardMBean(bean, PoolMXBean.class, true), name(pool.name()));
  }

  private void unregister(String pool) throws JMException {
    try {
      server.unregisterMBean(name(pool));
    } catch (InstanceNotFoundException goneAlready) {
      return; // What was wanted.
    }
  }

  private static ObjectName name(String pool) throws JMException {
    return new ObjectName(NAME + ObjectName.quote(PlainText.of(pool)));
  }
}
