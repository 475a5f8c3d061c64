package io.standstill.detect.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which thread initialises which class and which waits for it, read from the JVM's own thread dump:
 * nothing else tells, since such threads show as RUNNABLE and own no lock that Java can see.
 */
public final class ClassInits {
  /** No thread waits for a class initialisation, as far as anyone looked. */
  public static final ClassInits NONE = new ClassInits();

  /** What follows is said of the virtual thread; before JDK 25 with the frames of the carrier. */
  private static final Pattern THREAD =
      Pattern.compile("^\"|^ {3}(?:Carrying|Mounted) virtual thread #(?<mounted>\\d+)");

  private static final Pattern THREAD_ID = Pattern.compile("^\".*\" #(?<id>\\d+) ");
  private static final Pattern INITIALIZER =
      Pattern.compile("^\\s+at (?:.*/)?(?<class>[^/(]+)\\.<clinit>\\(");
  private static final Pattern WAITING =
      Pattern.compile("^\\s+- waiting on the Class initialization monitor for (?<class>\\S+)");

  private final Map<Long, String> awaited = new HashMap<>();
  private final Map<Long, Set<String>> initializing = new HashMap<>();

  private ClassInits() {}

  /** Reads the text of a thread dump. */
  public static ClassInits parse(String dump) {
    ClassInits inits = new ClassInits();
    long thread = 0;
    for (String line : dump.split("\\R")) {
      Matcher start = THREAD.matcher(line);
      if (start.find()) {
        thread = idOf(line, start.group("mounted"));
        continue;
      }
      Matcher initializer = INITIALIZER.matcher(line);
      if (initializer.find()) {
        inits.addInitializer(thread, initializer.group("class"));
      }
      Matcher waiting = WAITING.matcher(line);
      if (waiting.find()) {
        inits.awaited.put(thread, waiting.group("class"));
      }
    }
    return inits;
  }

  /** Adds what the stack of a thread tells, where the dump does not show it. */
  public void addInitializers(long threadId, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getMethodName().equals("<clinit>")) {
        addInitializer(threadId, frame.getClassName());
      }
    }
  }

  private void addInitializer(long thread, String className) {
    initializing.computeIfAbsent(thread, unused -> new HashSet<>()).add(className);
  }

  private static long idOf(String line, String mounted) {
    if (mounted != null) {
      return Long.parseLong(mounted);
    }
    Matcher id = THREAD_ID.matcher(line);
    return id.find() ? Long.parseLong(id.group("id")) : 0;
  }

  /** The class whose initialisation a thread waits for, or null. */
  public String awaitedBy(long threadId) {
    return awaited.get(threadId);
  }

  /** Ids of the threads that wait for some class initialisation. */
  public Set<Long> waiters() {
    return awaited.keySet();
  }

  /** Ids of the threads that run the static initialiser of a class. */
  public Set<Long> initializersOf(String className) {
    Set<Long> threads = new HashSet<>();
    initializing.forEach(
        (thread, classes) -> {
          if (classes.contains(className)) {
            threads.add(thread);
          }
        });
    return threads;
  }
}
