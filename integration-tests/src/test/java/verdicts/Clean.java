package verdicts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The program is correct: it must end as it does without the agent, and nothing may be found. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Clean {
  /** The first JDK on which the program can run. */
  int since() default 17;

  /** JVM flags that the program needs; they come after the usual ones. */
  String[] flags() default {};

  /** All that it prints, where a run without the agent would take too long to learn that. */
  String says() default "";

  /** Options that the agent gets. */
  String[] options() default {};
}
