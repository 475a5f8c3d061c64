package io.standstill.cli;

/** A command cannot do what was asked. The message is one line for the user. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private CommandException(int status, String words) {
    super("standstill: " + words.replaceAll("\\p{Cntrl}+", " "));
    this.status = status;
  }

  /** What was typed is wrong. */
  static CommandException usage(String words) {
    return new CommandException(ExitStatus.USAGE, words);
  }

  /** What was typed is right, but it did not work. */
  static CommandException failed(String words) {
    return new CommandException(ExitStatus.FAILED, words);
  }

  /** The exit status that says so. */
  int status() {
    return status;
  }
}
