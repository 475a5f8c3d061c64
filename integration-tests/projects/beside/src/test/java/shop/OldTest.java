package shop;

import org.junit.Test;

/** One of JUnit 4, which runs beside the others. */
public class OldTest {
  @Test
  public void fails() throws Exception {
    Crossed.hang();
  }

  @Test
  public void goesOn() {
    Crossed.hangAndGoOn();
  }

  @Test
  public void passes() {}
}
