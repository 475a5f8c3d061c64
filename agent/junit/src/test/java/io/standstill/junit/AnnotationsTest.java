package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which annotation holds for a test. */
class AnnotationsTest {
  private static final Settings OF_CLASS =
      new Settings(Set.of(FindingKind.STALL), Certainty.POSSIBLE, Duration.ofMillis(7), true);
  private static final Settings OF_METHOD =
      new Settings(Set.of(), Certainty.LIKELY, Duration.ofSeconds(1), false);
  private static final Settings BEHIND =
      new Settings(Settings.DEFAULT.kinds(), Certainty.CERTAIN, Settings.DEFAULT.quiet(), false);

  private final Annotations annotations = new Annotations();

  @DetectDeadlocks(certainty = Certainty.CERTAIN)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Strict {}

  @DetectDeadlocks(
      kinds = FindingKind.STALL,
      certainty = Certainty.POSSIBLE,
      quietMillis = 7,
      separateThread = true)
  static class Annotated {
    void plain() {}

    @DetectDeadlocks(kinds = {})
    void annotated() {}

    @Strict
    void behindAnother() {}

    static class Inside {
      void plain() {}
    }
  }

  static final class Heir extends Annotated {}

  static final class Plain {
    void plain() {}
  }

  @Test
  void thatOfTheClassHoldsForItsMethods() throws Exception {
    assertEquals(Optional.of(OF_CLASS), find(method(Annotated.class, "plain"), Annotated.class));
    assertEquals(Optional.of(OF_CLASS), find(method(Annotated.class, "plain"), Heir.class));
    assertEquals(
        Optional.of(OF_CLASS),
        find(method(Annotated.Inside.class, "plain"), Annotated.Inside.class, Annotated.class));
  }

  @Test
  void thatOfTheMethodWins() throws Exception {
    assertEquals(
        Optional.of(OF_METHOD), find(method(Annotated.class, "annotated"), Annotated.class));
    assertEquals(
        Optional.of(BEHIND), find(method(Annotated.class, "behindAnother"), Annotated.class));
  }

  @Test
  void thereMayBeNone() throws Exception {
    assertEquals(Optional.empty(), find(method(Plain.class, "plain"), Plain.class));
  }

  private static AnnotatedElement method(Class<?> type, String name) throws Exception {
    return type.getDeclaredMethod(name);
  }

  /** For a test with these around it, from the inside to the outside. */
  private Optional<Settings> find(AnnotatedElement... elements) {
    return annotations.find(context(Arrays.asList(elements).iterator()).orElseThrow());
  }

  private static Optional<ExtensionContext> context(Iterator<AnnotatedElement> elements) {
    if (!elements.hasNext()) {
      return Optional.empty();
    }
    Optional<AnnotatedElement> element = Optional.of(elements.next());
    Optional<ExtensionContext> parent = context(elements);
    return Optional.of(
        (ExtensionContext)
            Proxy.newProxyInstance(
                AnnotationsTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, asked, none) ->
                    switch (asked.getName()) {
                      case "getElement" -> element;
                      case "getParent" -> parent;
                      default -> throw new UnsupportedOperationException(asked.getName());
                    }));
  }
}
