package io.standstill.cli;

/** How the command line ends. */
final class ExitStatus {
  /** It did what was asked. */
  static final int DONE = 0;

  /** The process cannot be watched, or is watched already. */
  static final int FAILED = 1;

  /** The command or an option is wrong; no process was touched. */
  static final int USAGE = 2;

  private ExitStatus() {}
}
