package io.standstill.release;

import java.util.HashSet;
import java.util.Set;

/** The blocking queues of the JDK, as code names them. */
public final class BlockingQueues {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final Set<String> TYPES =
      Set.of(
          "BlockingQueue",
          "BlockingDeque",
          "TransferQueue",
          "ArrayBlockingQueue",
          "LinkedBlockingQueue",
          "LinkedBlockingDeque",
          "LinkedTransferQueue",
          "PriorityBlockingQueue");
  private static final Set<String> PUTS =
      Set.of(
          "put",
          "putFirst",
          "putLast",
          "offer",
          "offerFirst",
          "offerLast",
          "add",
          "addFirst",
          "addLast",
          "addAll",
          "push",
          "transfer",
          "tryTransfer");

  private static final Set<String> TAKES =
      Set.of("take", "takeFirst", "takeLast", "poll", "pollFirst", "pollLast", "drainTo");

  /** They make room, too, though nobody takes anything. */
  private static final Set<String> CLEARS =
      Set.of("clear", "remove", "removeAll", "removeFirst", "removeIf", "removeLast", "retainAll");

  private BlockingQueues() {}

  /** True for the internal name of such a class or interface. */
  public static boolean isQueue(String owner) {
    return owner.startsWith(CONCURRENT) && TYPES.contains(owner.substring(CONCURRENT.length()));
  }

  /** The names of the methods by which something is put into a queue. */
  public static Set<String> puts() {
    return PUTS;
  }

  /** The names of all methods that make room in a queue. */
  static Set<String> roomMakers() {
    Set<String> names = new HashSet<>(TAKES);
    names.addAll(CLEARS);
    return names;
  }

  /** True for the name of a method that makes room in a queue. */
  static boolean makeRoom(String name) {
    return TAKES.contains(name) || CLEARS.contains(name);
  }

  /** The names of the methods by which something is taken from a blocking queue. */
  public static Set<String> takes() {
    return TAKES;
  }
}
