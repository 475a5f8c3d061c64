package io.standstill.detect.longwait;

import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import java.util.List;
import java.util.Locale;

/** Says in words what a thread does that does not wait for a lock, by its innermost frames. */
final class Activity {
  private static final int MOST_JDK_FRAMES = 40;

  /** A method of the JDK, by pieces of names, and what a thread inside it does. */
  private record Sign(String className, String method, String words) {
    boolean isOf(StackTraceElement frame) {
      return frame.getClassName().contains(className)
          && frame.getMethodName().toLowerCase(Locale.ROOT).contains(method);
    }
  }

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("java.lang.Thread", "sleep", "sleeps"),
          new Sign("ThreadPoolExecutor", "gettask", "idles in its pool"),
          new Sign("ForkJoinPool", "awaitwork", "idles in its pool"),
          new Sign("Socket", "read", "reads from a socket"),
          new Sign("Socket", "recv", "reads from a socket"),
          new Sign("Socket", "receive", "reads from a socket"),
          new Sign("Socket", "write", "writes to a socket"),
          new Sign("Socket", "connect", "connects to a socket"),
          new Sign("Socket", "accept", "waits for a connection"),
          new Sign("DatagramChannel", "receive", "reads from a socket"),
          new Sign("sun.nio.ch", "select", "waits for the network"),
          new Sign("java.net.Inet", "lookup", "looks up a host name"),
          new Sign("java.lang.Process", "waitfor", "waits for another process"),
          new Sign("java.io.FileInputStream", "read", "reads from a file or pipe"),
          new Sign("java.io.FileOutputStream", "write", "writes to a file or pipe"),
          new Sign("java.io.FileOutputStream", "sync", "writes to a file or pipe"),
          new Sign("java.io.RandomAccessFile", "read", "reads from a file"),
          new Sign("java.io.RandomAccessFile", "write", "writes to a file"),
          new Sign("sun.nio.ch.File", "read", "reads from a file"),
          new Sign("sun.nio.ch.File", "write", "writes to a file"),
          new Sign("sun.nio.ch.File", "force", "writes to a file"),
          new Sign("NativeDispatcher", "", "works on the file system"));

  private Activity() {}

  /** Such as {@code reads from a socket in Dao.load}; to follow "which". */
  static String of(Thread.State state, StackTraceElement[] stack) {
    if (stack.length == 0) {
      return state == Thread.State.RUNNABLE ? "runs" : "waits";
    }
    StackTraceElement outermostOfJdk = null;
    int first = Frames.beyondAgents(stack);
    String sign = first > 0 ? "loads a class" : null;
    StackTraceElement application = null;
    int end = Math.min(stack.length, first + MOST_JDK_FRAMES);
    for (int i = first; i < end && application == null; i++) {
      if (Frames.isJdk(stack[i])) {
        outermostOfJdk = stack[i];
        sign = sign == null ? sign(stack[i]) : sign;
      } else {
        application = stack[i];
      }
    }
    String place = application == null ? "" : " in " + method(application);
    if (sign != null) {
      return sign + place;
    } else if (state == Thread.State.RUNNABLE) {
      return application == null ? "runs " + method(stack[0]) : "runs" + place;
    }
    if (outermostOfJdk == null) {
      return "waits" + place;
    }
    String caller = application == null ? "" : ", called by " + method(application);
    return "waits in " + method(outermostOfJdk) + caller;
  }

  private static String sign(StackTraceElement frame) {
    for (Sign sign : SIGNS) {
      if (sign.isOf(frame)) {
        return sign.words();
      }
    }
    return null;
  }

  private static String method(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
  }

  /** The same of a thread as it is now, without asking the JVM for more than its stack. */
  static String of(Thread thread) {
    return of(Threads.state(thread), Threads.stack(thread));
  }
}
