package io.standstill.it.libraries;

import io.standstill.it.Jdk;
import io.standstill.it.Jdks;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Sources of arguments for parameterized tests: every promised JDK that this machine has. */
final class OnEveryJdk {
  static final String ALONE = "io.standstill.it.libraries.OnEveryJdk#jdks";

  private OnEveryJdk() {}

  static Stream<Jdk> jdks() {
    return Jdks.promised().stream().filter(Jdk::found);
  }

  /** Each of these on each JDK. */
  static Stream<Arguments> each(Stream<?> cases) {
    return cases.flatMap(one -> jdks().map(jdk -> Arguments.of(one, jdk)));
  }
}
