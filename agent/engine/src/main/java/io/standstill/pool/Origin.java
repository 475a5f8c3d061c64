package io.standstill.pool;

import io.standstill.jvm.Frames;
import io.standstill.recorder.PoolRecord;
import io.standstill.recorder.PoolRecords;

/** Where a pool was made: the first frame of the application that is no constructor of the pool. */
final class Origin {
  private static final String OUR_LOADER = "standstill";

  private Origin() {}

  /** Such as {@code Shop.java:31}; null if it is not known. */
  static String of(Object executor) {
    PoolRecord record = PoolRecords.find(executor);
    if (record == null) {
      return null;
    }
    StackTraceElement[] creation = record.takeCreation();
    if (creation != null) {
      record.madeAt(place(creation, executor.getClass()));
    }
    return record.place();
  }

  /** Null too for a pool that the JDK made because our own code asked it something. */
  static String place(StackTraceElement[] creation, Class<?> pool) {
    for (StackTraceElement frame : creation) {
      if (OUR_LOADER.equals(frame.getClassLoaderName())) {
        return null;
      } else if (!Frames.isJdk(frame) && !isConstructor(frame, pool)) {
        return place(frame);
      }
    }
    return null;
  }

  /** A class of pools has a constructor, which says less than who called it. */
  private static boolean isConstructor(StackTraceElement frame, Class<?> pool) {
    if (frame.getMethodName().equals("<init>")) {
      for (Class<?> type = pool; type != null; type = type.getSuperclass()) {
        if (type.getName().equals(frame.getClassName())) {
          return true;
        }
      }
    }
    return false;
  }

  private static String place(StackTraceElement frame) {
    if (frame.getFileName() == null) {
      return frame.getClassName() + "." + frame.getMethodName();
    }
    return frame.getLineNumber() >= 0
        ? frame.getFileName() + ":" + frame.getLineNumber()
        : frame.getFileName();
  }
}
