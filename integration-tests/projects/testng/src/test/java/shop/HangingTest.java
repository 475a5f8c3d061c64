package shop;

import org.testng.annotations.Test;

public class HangingTest {
  @Test
  public void crossed() throws Exception {
    Crossed.run();
  }
}
