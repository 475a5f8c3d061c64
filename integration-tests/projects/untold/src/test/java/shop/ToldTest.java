package shop;

import org.junit.jupiter.api.Test;

/** A hang like that of {@link UntoldTest}, but nobody has said that it may be. */
class ToldTest {
  @Test
  void mustNotHang() throws Exception {
    Crossed.inMonitors();
  }
}
