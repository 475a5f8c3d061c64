package verdicts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The program ends well, by luck: exactly one deadlock must be predicted, and nothing else found.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Predicted {
  /** Certainties that would be right. */
  String[] certainty() default "likely";

  /** Names of the threads that could have met. */
  String[] threads();

  /** Names that its locks must have, and no others. */
  String[] lockNames() default {};

  /** Pieces of the summary. */
  String[] summary() default {};

  /** The first JDK on which the program can run. */
  int since() default 17;
}
