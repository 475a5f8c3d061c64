package shop;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyTest {
  @ParameterizedTest(name = "order {0}")
  @ValueSource(ints = {1, 2, 3})
  void parameterized(int order) throws Exception {
    if (order == 2) {
      joinStuck();
    }
  }

  @TestFactory
  Stream<DynamicTest> dynamic() {
    return Stream.of(
        DynamicTest.dynamicTest("dynamic one", () -> {}),
        DynamicTest.dynamicTest("dynamic two", ManyTest::joinStuck));
  }

  private static void joinStuck() throws Exception {
    for (Thread thread : Crossed.inMonitors()) {
      thread.join();
    }
  }
}
