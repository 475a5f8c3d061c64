package io.standstill.cli;

/**
 * A JVM that runs on this machine.
 *
 * @param pid its process id
 * @param mainClass its main class or jar, or a word for it that is not known
 */
record Jvm(long pid, String mainClass) {
  static final String UNKNOWN = "(main class unknown)";

  /** How a message names it. */
  @Override
  public String toString() {
    return "process " + pid + (mainClass.equals(UNKNOWN) ? "" : " (" + mainClass + ")");
  }
}
