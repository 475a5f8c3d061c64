package io.standstill.junit;

import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link DetectDeadlocks} says, or its defaults where it does not stand. */
record Settings(Set<FindingKind> kinds, Certainty certainty, Duration quiet, boolean separate) {
  /** What holds without annotation. */
  static final Settings DEFAULT = of(Annotated.class.getAnnotation(DetectDeadlocks.class));

  /** The nearest annotation: on the method, its class, or a class around that. */
  static Optional<Settings> of(ExtensionContext context) {
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      Optional<DetectDeadlocks> found = on(at.get().getElement());
      if (found.isPresent()) {
        return found.map(Settings::of);
      }
      at = at.get().getParent();
    }
    return Optional.empty();
  }

  private static Optional<DetectDeadlocks> on(Optional<AnnotatedElement> element) {
    return AnnotationSupport.findAnnotation(element, DetectDeadlocks.class);
  }

  private static Settings of(DetectDeadlocks annotation) {
    return new Settings(
        Set.copyOf(List.of(annotation.kinds())),
        annotation.certainty(),
        Duration.ofMillis(annotation.quietMillis()),
        annotation.separateThread());
  }

  /** The same, but for the thread that a test runs in. */
  Settings separate(boolean otherThread) {
    return new Settings(kinds, certainty, quiet, otherThread);
  }

  /** Whether such a finding fails a test, if it lasts. */
  boolean concern(Finding finding) {
    return !finding.endsByItself()
        && finding.certainty().reaches(certainty)
        && kinds.stream().anyMatch(finding::is);
  }

  @DetectDeadlocks
  private static final class Annotated {}
}
