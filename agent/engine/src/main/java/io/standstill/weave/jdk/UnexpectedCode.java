package io.standstill.weave.jdk;

/** A method of the JDK does not look as its weaver expects. */
final class UnexpectedCode extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnexpectedCode(String method) {
    super(method);
  }
}
