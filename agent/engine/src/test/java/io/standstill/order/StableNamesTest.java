package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as compilers and JVMs make them. */
class StableNamesTest {
  @ParameterizedTest
  @CsvSource({
    "shop.Shop.lambda$sell$3, shop.Shop.lambda$sell",
    "shop.Shop.lambda$sell$f1a2b3c4$1, shop.Shop.lambda$sell$f1a2b3c4",
    "shop.Shop.lambda$0, shop.Shop.lambda",
    "shop.Shop.sell$lambda$12, shop.Shop.sell$lambda",
    "shop.Shop.sell$lambda$1$lambda$0, shop.Shop.sell$lambda$lambda",
    "shop.Shop.$anonfun$sell$2, shop.Shop.$anonfun$sell",
    "shop.Shop.$anonfun$sell$2$adapted, shop.Shop.$anonfun$sell$adapted"
  })
  void haveNoNumbersOfLambdas(String made, String stable) {
    assertStable(made, stable);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Shop$$Lambda$14/0x0000000800c03200, shop.Shop$$Lambda",
    "shop.Shop$$Lambda/0x00007f1c01003000, shop.Shop$$Lambda",
    "shop.Shop/0x0000000800c03400, shop.Shop",
    "shop.$Proxy12, shop.$Proxy"
  })
  void haveNoNumbersOfTheJvm(String made, String stable) {
    assertStable(made, stable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.Shop$1.run",
        "shop.Shop$Till2.pay$2",
        "shop.Shop.locks[]",
        "shop.Shop.lambda2",
      })
  void keepAllElse(String name) {
    assertStable(name, name);
  }

  /** As both ends of an edge, and once more as what was written down. */
  private static void assertStable(String made, String stable) {
    String edge = made + "(shared)@" + made + " > " + made + "@" + made;
    String expected = stable + "(shared)@" + stable + " > " + stable + "@" + stable;
    assertEquals(expected, StableNames.in(edge));
    assertEquals(expected, StableNames.in(expected));
  }
}
