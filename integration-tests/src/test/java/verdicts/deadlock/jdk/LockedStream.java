package verdicts.deadlock.jdk;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A print stream is locked from outside, as old code does with System.out. */
@Verdict(threads = {"locks-out", "prints"})
public final class LockedStream {
  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Object monitor = new Object();
    PrintStream stream =
        new PrintStream(new ByteArrayOutputStream()) {
          @Override
          public synchronized void println(String line) {
            super.println(line); // waits
          }
        };
    Thread first =
        Stage.start(
            "locks-out",
            () -> {
              synchronized (stream) { // holds
                meeting.meet();
                synchronized (monitor) { // waits
                  stream.println("never");
                }
              }
            });
    Thread second =
        Stage.start(
            "prints",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                stream.println("never");
              }
            });
    Stage.stuck(first, second);
  }
}
