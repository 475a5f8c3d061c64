package io.standstill.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What the log is written to. Closing does nothing: a standard stream belongs to the application.
 * When a log file can no longer be written, the report goes to standard error instead: a deadlock
 * must not go unsaid because a disk is full.
 */
final class LogStream extends OutputStream {
  private final FileOutputStream standardError = new FileOutputStream(FileDescriptor.err);
  private final OutputStream file;
  private volatile String problem;

  /**
   * A log.
   *
   * @param file where to, or null for standard error
   */
  LogStream(OutputStream file) {
    this.file = file;
  }

  /** What went wrong, or null. */
  String problem() {
    return problem;
  }

  @Override
  public void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (file != null && problem == null) {
      try {
        file.write(bytes, offset, length);
        return;
      } catch (IOException unwritable) {
        problem = "the log file cannot be written any more: " + unwritable.getMessage();
      }
    }
    try {
      standardError.write(bytes, offset, length);
    } catch (IOException closed) {
      problem = "standard error cannot be written: " + closed.getMessage();
    }
  }
}
