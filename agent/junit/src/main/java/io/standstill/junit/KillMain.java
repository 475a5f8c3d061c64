package io.standstill.junit;

/** What runs in another JVM: ends the one that asked for it, which cannot do it itself. */
public final class KillMain {
  private KillMain() {}

  /**
   * Ends a process at once.
   *
   * @param arguments its id
   */
  public static void main(String[] arguments) {
    ProcessHandle.of(Long.parseLong(arguments[0])).ifPresent(ProcessHandle::destroyForcibly);
  }
}
