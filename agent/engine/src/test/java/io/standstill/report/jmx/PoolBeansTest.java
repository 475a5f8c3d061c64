package io.standstill.report.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolFigures.Times;
import io.standstill.pool.SizeAdvice;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class PoolBeansTest {
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final PoolBeans beans = new PoolBeans(server);

  @Test
  void showsAPoolUntilItIsGone() throws Exception {
    beans.show(List.of(figures("work (Shop.java:31)", 3), figures("a,b=*?\n\"", 1)));
    assertEquals(2, names().size());
    ObjectName bean = new ObjectName("io.standstill:type=Pool,name=\"work (Shop.java:31)\"");
    assertEquals(3, server.getAttribute(bean, "Queued"));
    assertEquals("", server.getAttribute(bean, "CreatedAt"));
    beans.show(List.of(figures("work (Shop.java:31)", 4)));
    assertEquals(Set.of(bean), names());
    assertEquals(4, server.getAttribute(bean, "Queued"));
    beans.show(List.of());
    assertEquals(Set.of(), names());
  }

  @Test
  void showsAPoolAsIdleWhoseUtilisationIsNotKnownYet() throws Exception {
    beans.show(List.of(figures("work", 3, -1)));
    assertEquals(0.0, server.getAttribute(names().iterator().next(), "Utilisation"));
    beans.show(List.of(figures("work", 3, 0.5)));
    assertEquals(0.5, server.getAttribute(names().iterator().next(), "Utilisation"));
  }

  @Test
  void survivesBeansThatOthersTakeAway() throws Exception {
    beans.show(List.of(figures("work", 3)));
    server.unregisterMBean(names().iterator().next());
    beans.show(List.of());
    assertEquals(Set.of(), names());
  }

  @Test
  void goesWithoutTheRestOfVeryManyPools() throws Exception {
    List<PoolFigures> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(figures("pool " + i, i));
    }
    beans.show(many);
    assertEquals(500, names().size());
  }

  @Test
  void everyAttributeIsDescribed() throws Exception {
    String page = Files.readString(Path.of("../../docs/pools.md"));
    for (Method getter : PoolMXBean.class.getMethods()) {
      String attribute = getter.getName().replaceFirst("^get", "");
      assertTrue(page.contains("`" + attribute + "`"), attribute);
    }
  }

  private Set<ObjectName> names() throws Exception {
    return server.queryNames(new ObjectName("io.standstill:type=Pool,*"), null);
  }

  private static PoolFigures figures(String name, int queued) {
    return figures(name, queued, 1);
  }

  private static PoolFigures figures(String name, int queued, double utilisation) {
    Times none = new Times(0, -1, -1);
    return new PoolFigures(
        name,
        "Pool",
        0,
        1,
        1,
        1,
        1,
        queued,
        0,
        0,
        0,
        none,
        none,
        utilisation,
        1,
        1,
        SizeAdvice.NONE);
  }
}
