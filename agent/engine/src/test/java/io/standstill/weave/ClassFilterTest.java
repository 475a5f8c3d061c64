package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which classes are looked at. */
class ClassFilterTest {
  private final ClassLoader application = new FixtureLoader("none");
  private final Module module = application.getUnnamedModule();
  private final ClassFilter all = new ClassFilter(List.of(), List.of());

  @Test
  void acceptsClassesOfTheApplication() {
    assertTrue(all.accepts(application, module, "com/acme/Parser"));
    assertTrue(all.accepts(application, module, "io/standstill/sample/Bank"));
  }

  @Test
  void neverAcceptsTheJdk() {
    assertFalse(all.accepts(null, Object.class.getModule(), "java/lang/Object"));
    assertFalse(all.accepts(ClassLoader.getPlatformClassLoader(), module, "com/acme/Parser"));
    assertFalse(all.accepts(application, java.sql.Date.class.getModule(), "com/acme/Parser"));
  }

  @Test
  void neverAcceptsTheAgent() {
    assertFalse(all.accepts(ClassFilter.class.getClassLoader(), module, "com/acme/Parser"));
    assertFalse(all.accepts(application, module, "io/standstill/Agent"));
    assertFalse(all.accepts(application, module, "io/standstill/recorder/Journal"));
    assertFalse(all.accepts(application, module, "io/standstill/junit/StandstillExtension"));
  }

  @Test
  void includesOnlyWhatMatches() {
    ClassFilter filter = new ClassFilter(List.of("com.acme.*", "org.Exact"), List.of());
    assertTrue(filter.accepts(application, module, "com/acme/deep/Parser"));
    assertTrue(filter.accepts(application, module, "org/Exact"));
    assertFalse(filter.accepts(application, module, "org/Exact$Inner"));
    assertFalse(filter.accepts(application, module, "com/acmeister/Parser"));
  }

  @Test
  void excludeWinsOverInclude() {
    ClassFilter filter = new ClassFilter(List.of("com.acme.*"), List.of("*.Dao"));
    assertTrue(filter.accepts(application, module, "com/acme/Parser"));
    assertFalse(filter.accepts(application, module, "com/acme/Dao"));
  }

  @Test
  void letsTheSelfCheckPassWhateverThePatternsSay() {
    ClassFilter filter = new ClassFilter(List.of("com.acme.*"), List.of("*"));
    assertTrue(filter.accepts(application, module, SelfCheck.SUBJECT));
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.*, com.acme.A, true",
    "com.acme.*, com.acme.b.C, true",
    "com.acme.*, com.acme, false",
    "com.acme, com.acme, true",
    "com.acme, com.acme.A, false",
    "*, anything, true",
    "*.Dao, a.b.Dao, true",
    "*.Dao, a.b.DaoX, false",
    "*Dao*, a.DaDaoDa, true",
    "a*b*c, a.b.b.c, true",
    "a*b*c, a.b.b.d, false",
    "a.**, a.x, true"
  })
  void matchesPatterns(String pattern, String name, boolean expected) {
    assertTrue(new NamePattern(pattern).matches(name) == expected);
  }
}
