package verdicts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A finding that the program must cause: this, and nothing else. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Verdicts.class)
public @interface Verdict {
  /** Kind of the finding. */
  String kind() default "deadlock";

  /** Certainties that would be right. */
  String[] certainty() default "certain";

  /**
   * Whether before JDK 25 it is only {@code likely}: the JVM does not tell then what a virtual
   * thread waits for.
   */
  boolean likelyBefore25() default false;

  /** Names of all threads of the situation that wait; none if it is known by its kind alone. */
  String[] threads() default {};

  /** Pieces of the names of its pools; the summary must name these instead of the threads. */
  String[] pools() default {};

  /** How many threads the pool would need, by the summary; 0 if it need not say so. */
  int needs() default 0;

  /** Pieces of what is told about the awaited tasks, such as their classes. */
  String[] tasks() default {};

  /** Pieces of the summary, beside the names of the threads. */
  String[] summary() default {};

  /** Pieces of what it says to do. */
  String[] advice() default {};

  /** Names that locks of the finding must have. */
  String[] lockNames() default {};

  /** How many more threads wait for these; -1 if it does not matter. */
  int waitingBehind() default -1;

  /** The timeout by which it will end by itself, in seconds: the shortest; 0 if there is none. */
  int timeoutSeconds() default 0;

  /** Whether it ends while the program runs: a second line with the same id tells so. */
  boolean resolved() default false;

  /**
   * For how long to wait for it, in seconds: to end a test that fails, not to measure the agent.
   */
  int withinSeconds() default 60;

  /** The first JDK on which the program can run. */
  int since() default 17;

  /** JVM flags that the program needs; they come after the usual ones. */
  String[] flags() default {};

  /** Options that the agent gets. */
  String[] options() default {};
}
