package io.standstill.options;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ClassFilterTest {
  @Test
  void acceptsEverythingUnlessTold() {
    assertTrue(filter("").accepts("a.B"));
  }

  @Test
  void letsAStarStandForDotsToo() {
    ClassFilter filter = filter("include=com.acme.*;*Dao");

    assertTrue(filter.accepts("com.acme.deep.Order"));
    assertTrue(filter.accepts("org.x.UserDao"));
    assertFalse(filter.accepts("comXacme.Order"));
    assertFalse(filter.accepts("org.x.UserDaoTest"));
  }

  @Test
  void coversNestedClasses() {
    ClassFilter filter = filter("include=com.acme.Order");

    assertTrue(filter.accepts("com.acme.Order$Line"));
    assertFalse(filter.accepts("com.acme.Orders"));
  }

  @Test
  void letsExcludeWin() {
    ClassFilter filter = filter("include=com.*,exclude=com.acme.Hot");

    assertFalse(filter.accepts("com.acme.Hot"));
    assertTrue(filter.accepts("com.acme.Cold"));
  }

  private static ClassFilter filter(String argument) {
    return new ClassFilter(OptionParser.parse(argument, new Properties(), Map.of(), Path.of("")));
  }
}
