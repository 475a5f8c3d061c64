package io.standstill.benchmarks.load;

import java.io.IOException;

/** The smallest application: it is ready at once, and lives until its input ends. */
public final class HelloWorld {
  private HelloWorld() {}

  /** Says that it is ready. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    System.in.read();
  }
}
