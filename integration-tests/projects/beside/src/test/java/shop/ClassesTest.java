package shop;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassesTest {
  @RepeatedTest(3)
  void repeated(RepetitionInfo info) throws Exception {
    if (info.getCurrentRepetition() == 2) {
      Crossed.hang();
    }
  }

  @TestFactory
  Stream<DynamicTest> lazy() {
    return Stream.of("one", "two")
        .map(
            name -> {
              if (name.equals("two")) {
                Crossed.hangAndGoOn();
              }
              return DynamicTest.dynamicTest(name, () -> {});
            });
  }

  @Nested
  class Inside {
    @BeforeEach
    void prepare() throws Exception {
      Crossed.hang();
    }

    @Test
    void neverRuns() {}
  }

  @AfterAll
  void end() throws Exception {
    Crossed.hang();
  }
}
