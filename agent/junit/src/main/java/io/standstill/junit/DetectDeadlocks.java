package io.standstill.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that would hang, with the report of what it waits for. On a class it holds for all
 * its tests and lifecycle methods; on a method it wins over that of the class.
 *
 * <p>Under Surefire, Gradle and IDEs all tests are watched without it, as if it stood on each with
 * its defaults: it is for other values.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(StandstillExtension.class)
public @interface DetectDeadlocks {
  /** Which findings fail the test; none at all if empty. Predictions cannot. */
  FindingKind[] kinds() default {
    FindingKind.DEADLOCK, FindingKind.POOL_DEADLOCK, FindingKind.CLASS_INIT_DEADLOCK
  };

  /**
   * How sure a finding must be at least. What is not {@link Certainty#CERTAIN} fails a test only
   * while the test's own thread stands still too, since that thread might end the wait.
   */
  Certainty certainty() default Certainty.LIKELY;

  /**
   * For how long, in milliseconds, a finding must last before the test is failed; three times as
   * long if it is not {@link Certainty#CERTAIN}; 0 to 86,400,000. The test's thread is interrupted
   * then.
   *
   * <p>It is given up if it is one of the stuck threads or waits for them, and does not move for as
   * long once more at a monitor, but one second at least; for five times as long elsewhere, but
   * five seconds at least. If it waits for something else, it is given up once it has not moved for
   * 30 seconds, or three minutes after the interrupt.
   */
  long quietMillis() default 1_000;

  /**
   * Runs the test method in a thread of its own. A thread that is stuck in a monitor cannot be
   * interrupted: with this, it is left behind and the run goes on; without, the JVM has to be
   * ended. What is bound to the thread, such as a transaction, is not there in the other thread.
   */
  boolean separateThread() default false;
}
