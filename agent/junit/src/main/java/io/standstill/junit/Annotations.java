package io.standstill.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Finds {@link DetectDeadlocks}. Looking for an annotation behind other annotations is slow, and
 * there is a lookup for each step of a test; so it is done once for each class and for each type of
 * annotation that stands on a method.
 */
final class Annotations {
  private final Map<Class<?>, Optional<Settings>> ofTypes = new ConcurrentHashMap<>();

  /** What the nearest annotation says: on the method, its class, or a class around that. */
  Optional<Settings> find(ExtensionContext context) {
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      Optional<Settings> found = at.get().getElement().flatMap(this::on);
      if (found.isPresent()) {
        return found;
      }
      at = at.get().getParent();
    }
    return Optional.empty();
  }

  private Optional<Settings> on(AnnotatedElement element) {
    if (element instanceof Class<?> type) {
      return onType(type);
    }
    DetectDeadlocks direct = element.getDeclaredAnnotation(DetectDeadlocks.class);
    if (direct != null) {
      return Optional.of(Settings.of(direct));
    }
    for (Annotation other : element.getDeclaredAnnotations()) {
      Optional<Settings> behind = onType(other.annotationType());
      if (behind.isPresent()) {
        return behind;
      }
    }
    return Optional.empty();
  }

  private Optional<Settings> onType(Class<?> type) {
    return ofTypes.computeIfAbsent(
        type,
        first -> AnnotationSupport.findAnnotation(first, DetectDeadlocks.class).map(Settings::of));
  }
}
