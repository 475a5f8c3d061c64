package io.standstill.weave.jdk;

import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/** Knows one class of the JDK: which of its methods to weave, and how they must look for that. */
interface JdkClassWeaver {
  /** All of them. */
  List<JdkClassWeaver> ALL =
      List.of(
          new ThreadPoolExecutorWeaver(),
          new ScheduledPoolWeaver(),
          new ForkJoinPoolWeaver(),
          new AsyncFunctionWeaver("java/util/concurrent/CompletableFuture$AsyncSupply"),
          new AsyncFunctionWeaver("java/util/concurrent/CompletableFuture$AsyncRun"),
          new CompletionWeaver());

  /** Internal name of the class. */
  String className();

  /** The methods that must be woven, each as name and descriptor; all others stay as they are. */
  List<String> methods();

  /**
   * Weaves one of these methods.
   *
   * @throws UnexpectedCode if it does not look as expected; then the class is left alone
   */
  void weave(MethodNode method);

  /** The weaver of this class, or null. */
  static JdkClassWeaver of(String className) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).className().equals(className)) {
        return ALL.get(i);
      }
    }
    return null;
  }
}
