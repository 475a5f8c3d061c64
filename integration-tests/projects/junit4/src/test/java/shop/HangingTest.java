package shop;

import org.junit.Test;

public class HangingTest {
  @Test
  public void crossed() throws Exception {
    Crossed.run();
  }
}
