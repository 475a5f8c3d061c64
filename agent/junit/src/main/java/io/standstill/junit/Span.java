package io.standstill.junit;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A test, or the lifecycle methods of a class, from its first step to its last. Threads whose ids
 * lie between its two {@linkplain ThreadIds marks} were made meanwhile.
 */
final class Span {
  private final String id;
  private final Supplier<String> name;
  private final boolean outer;
  private final String className;
  private final String method;
  private final Instant began = Instant.now();
  private final long beganNanos = System.nanoTime(); // Nobody sets this clock.
  private final long first;
  private final AtomicInteger open = new AtomicInteger();

  private volatile long last = Long.MAX_VALUE;
  private volatile Long endedNanos;

  /**
   * A span that begins now.
   *
   * @param id JUnit's unique id
   * @param name what people call the test
   * @param testClass its class, or null if there is none
   * @param method the name of its method; null for the lifecycle methods of a class
   */
  Span(String id, String name, Class<?> testClass, String method) {
    this(id, () -> name, false, testClass == null ? null : testClass.getName(), method);
  }

  private Span(String id, Supplier<String> name, boolean outer, String className, String method) {
    this.id = id;
    this.name = name;
    this.outer = outer;
    this.className = className;
    this.method = method;
    this.first = outer ? 0 : ThreadIds.mark(); // Nobody asks what was made in an outer one.
  }

  /**
   * The lifecycle methods of a class.
   *
   * @param id JUnit's unique id of the class
   * @param name what people call them: asked for only if that matters
   */
  static Span ofClass(String id, Supplier<String> name, Class<?> testClass) {
    return new Span(id, name, false, testClass == null ? null : testClass.getName(), null);
  }

  /**
   * All that JUnit does for a test or a class, with the spans of its steps inside.
   *
   * @param id JUnit's unique id
   * @param name what people call it: asked for only if that matters
   */
  static Span outer(String id, Supplier<String> name) {
    return new Span(id, name, true, null, null);
  }

  String id() {
    return id;
  }

  String name() {
    return name.get();
  }

  boolean isOuter() {
    return outer;
  }

  boolean isTest() {
    return method != null;
  }

  Instant began() {
    return began;
  }

  /** When its last step ended, as {@link System#nanoTime} counts; null while one runs. */
  Long endedNanos() {
    return endedNanos;
  }

  /** Whether it began before this moment, as {@link System#nanoTime} counts. */
  boolean beganBefore(long nanos) {
    return nanos - beganNanos > 0;
  }

  /** The id that a thread made in this span exceeds. */
  long first() {
    return first;
  }

  /** A step has ended. */
  void stepEnded() {
    if (open.decrementAndGet() == 0) {
      endedNanos = System.nanoTime();
    }
    if (!outer) {
      last = ThreadIds.mark();
    }
  }

  /** A step has begun. */
  void stepBegan() {
    open.incrementAndGet();
    endedNanos = null;
    last = Long.MAX_VALUE;
  }

  /** Whether a step has begun and not ended. */
  boolean hasOpenSteps() {
    return open.get() > 0;
  }

  /**
   * Whether it was not over when the other one began, and neither is a part of the other: then
   * whatever happened in the time of the other one, this may have done.
   */
  boolean ranBeside(Span other) {
    boolean around = outer && other.isIn(this);
    boolean within = other.isTest() && isIn(other);
    Long ended = endedNanos;
    boolean over = ended != null && !other.beganBefore(ended);
    return this != other && !around && !within && !over;
  }

  private boolean isIn(Span other) {
    return id.equals(other.id) || id.startsWith(other.id + "/");
  }

  /** Whether all these threads were made in the meantime. */
  boolean covers(Finding finding) {
    return finding.threads().stream().allMatch(thread -> first < thread.id() && thread.id() < last);
  }

  /** Whether a thread stands in code of the test class. */
  boolean hasClassIn(Finding finding) {
    return frames(finding).anyMatch(this::isOfClass);
  }

  /** Whether a thread stands in the test method, or in a lambda of it. */
  boolean hasMethodIn(Finding finding) {
    return frames(finding).anyMatch(frame -> isOfClass(frame) && isOfMethod(frame));
  }

  private static Stream<StackTraceElement> frames(Finding finding) {
    return finding.threads().stream().flatMap(thread -> thread.stack().stream());
  }

  private boolean isOfClass(StackTraceElement frame) {
    String type = frame.getClassName();
    return className != null && (type.equals(className) || type.startsWith(className + "$"));
  }

  private boolean isOfMethod(StackTraceElement frame) {
    return method != null && Arrays.asList(frame.getMethodName().split("\\$")).contains(method);
  }
}
