package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The transformers in a real JVM: at load, on attach, and beside other agents. */
class WeavingTest {
  private final List<ClassFileTransformer> added = new ArrayList<>();
  private final List<Class<?>> loaded = new ArrayList<>(List.of(String.class, int[].class));
  private final List<Object> redefined = new ArrayList<>();
  private final Instrumentation jvm = TestAgent.instrumentation();

  @AfterEach
  void removeTransformers() {
    added.forEach(jvm::removeTransformer);
  }

  @Test
  void selfCheckComplainsWithoutAgent() {
    assertEquals("Standstill does not see synchronized blocks being taken.", SelfCheck.run());
  }

  @Test
  void selfCheckPassesAndIsNotCounted() {
    Weaving weaving = install();
    assertNull(SelfCheck.run());
    assertEquals(0, weaving.coverage().classesWoven());
  }

  @Test
  void selfCheckPassesUnderNarrowPatterns() {
    Weaving.install(noting(), new ClassFilter(List.of("com.acme.*"), List.of("io.*")), false);
    assertNull(SelfCheck.run());
  }

  @Test
  void weavesAtLoad() throws Exception {
    Weaving weaving = install();
    Supplier<Integer> early = load(Early.class);
    assertEquals(11, early.get());
    assertEquals(1, weaving.coverage().classesWoven());
    assertEquals(1, weaving.coverage().classesSeen());
  }

  @Test
  void weavesWhatWasLoadedBefore() throws Exception {
    Supplier<Integer> early = load(Early.class);
    Supplier<Integer> plain = load(Plain.class);
    assertEquals(0, early.get());
    Weaving weaving = install();
    assertEquals(0, early.get());
    assertEquals(1, weaving.weaveLoaded());
    assertEquals(11, early.get());
    assertEquals(0, plain.get());
    assertEquals(1, weaving.coverage().classesWoven());
    assertEquals(2, weaving.coverage().classesSeen());
    assertEquals(0, weaving.weaveLoaded());
  }

  @Test
  void redefinesNoneThatHasNothingToWeave() throws Exception {
    Supplier<Integer> early = load(Early.class);
    load(Plain.class);
    Weaving weaving = install();
    weaving.weaveLoaded();
    assertEquals(List.of(early.getClass()), redefined);
    assertEquals(2, weaving.coverage().classesSeen());
    assertTrue(weaving.coverage().skipped().isEmpty(), weaving.coverage().line());
  }

  @Test
  void survivesRetransformationByOthers() throws Exception {
    Supplier<Integer> early = load(Early.class);
    Weaving weaving = install();
    weaving.weaveLoaded();
    Supplier<Integer> late = load(Early.class);
    String before = weaving.coverage().line();
    jvm.retransformClasses(early.getClass(), late.getClass());
    assertEquals(11, early.get());
    assertEquals(11, late.get());
    assertEquals(before, weaving.coverage().line());
  }

  @Test
  void survivesRedefinition() throws Exception {
    Supplier<Integer> early = load(Early.class);
    Weaving weaving = install();
    weaving.weaveLoaded();
    Supplier<Integer> late = load(Early.class);
    byte[] original = FixtureLoader.bytesOf(Early.class);
    jvm.redefineClasses(
        new ClassDefinition(early.getClass(), original),
        new ClassDefinition(late.getClass(), original));
    assertEquals(11, early.get());
    assertEquals(11, late.get());
    jvm.retransformClasses(early.getClass(), late.getClass());
    assertEquals(11, early.get());
    assertEquals(11, late.get());
  }

  @Test
  void goesOnWhenTheJvmRefusesAClass() throws Exception {
    List<Supplier<Integer>> early = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      early.add(load(Early.class));
    }
    Class<?> victim = early.get(2).getClass();
    Weaving weaving = install();
    Breaking breaking = new Breaking(victim);
    jvm.addTransformer(breaking, true);
    added.add(breaking);
    assertEquals(4, weaving.weaveLoaded());
    assertEquals(4, weaving.coverage().classesWoven());
    assertEquals(1, weaving.coverage().skipped().size(), weaving.coverage().line());
    assertTrue(weaving.coverage().line().contains("refused by the JVM"));
    for (int i = 0; i < 5; i++) {
      assertEquals(i == 2 ? 0 : 11, early.get(i).get());
    }
  }

  @Test
  void weavesWhileTheApplicationStandsStill() throws Exception {
    Supplier<Integer> early = load(Early.class);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread owner =
        new Thread(
            () -> {
              synchronized (early) {
                held.countDown();
                try {
                  end.await();
                } catch (InterruptedException unexpected) {
                  throw new AssertionError(unexpected);
                }
              }
            });
    owner.start();
    held.await();
    Thread waiter = new Thread(early::get);
    waiter.start();
    Await.until(waiter, () -> waiter.getState() == Thread.State.BLOCKED);
    try {
      assertEquals(1, install().weaveLoaded());
    } finally {
      end.countDown();
    }
    Await.end(owner);
    Await.end(waiter);
    assertNotNull(Seen.of(waiter));
    assertEquals(11, early.get());
  }

  private Weaving install() {
    List<String> fixtures = List.of(getClass().getName() + "$*");
    return Weaving.install(noting(), new ClassFilter(fixtures, List.of()), false);
  }

  /**
   * The real thing, but it notes the transformers, so that they can be removed, and what was
   * redefined, and knows no classes but those of this test.
   */
  private Instrumentation noting() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("addTransformer")) {
                added.add((ClassFileTransformer) arguments[0]);
              } else if (method.getName().equals("getAllLoadedClasses")) {
                return loaded.toArray(new Class<?>[0]);
              }
              try {
                Object result = method.invoke(jvm, arguments);
                if (method.getName().equals("retransformClasses")) {
                  redefined.addAll(List.of((Object[]) arguments[0]));
                }
                return result;
              } catch (InvocationTargetException wrapped) {
                throw wrapped.getCause();
              }
            });
  }

  @SuppressWarnings("unchecked")
  private Supplier<Integer> load(Class<?> fixture) throws Exception {
    FixtureLoader loader = new FixtureLoader("none");
    Class<?> type = loader.define(fixture.getName(), FixtureLoader.bytesOf(fixture));
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    loaded.add(type);
    return (Supplier<Integer>) constructor.newInstance();
  }

  /** Another agent, which breaks one class. */
  private static final class Breaking implements ClassFileTransformer {
    private final Class<?> victim;

    Breaking(Class<?> victim) {
      this.victim = victim;
    }

    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
      return redefined == victim ? new byte[] {1, 2, 3, 4} : null;
    }
  }

  /** Locks in a block (1) and in a synchronized method (10), and counts what is seen. */
  static class Early implements Supplier<Integer> {
    @Override
    public Integer get() {
      int seen;
      synchronized (this) {
        seen = Seen.held().size();
      }
      return seen + 10 * method();
    }

    synchronized int method() {
      return Seen.held().size();
    }
  }

  static class Plain implements Supplier<Integer> {
    @Override
    public Integer get() {
      return Seen.held().size();
    }
  }
}
