package io.standstill.benchmarks.load;

/** The smallest application: it is ready at once. */
public final class HelloWorld {
  private HelloWorld() {}

  /** Says so. */
  public static void main(String[] arguments) {
    System.out.println("ready");
  }
}
