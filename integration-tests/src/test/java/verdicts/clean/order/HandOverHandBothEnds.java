package verdicts.clean.order;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Hand over hand along a list, by many and from any place on, but always towards the end. */
@Clean
public final class HandOverHandBothEnds {
  private static final class Node {
    private final ReentrantLock lock = new ReentrantLock();
    private final Node next;
    private int passed;

    Node(Node next) {
      this.next = next;
    }
  }

  private static void walk(Node from) {
    Node node = from;
    node.lock.lock();
    while (node.next != null) {
      node.next.lock.lock();
      node.passed++;
      node.lock.unlock();
      node = node.next;
    }
    node.passed++;
    node.lock.unlock();
  }

  public static void main(String[] args) throws Exception {
    Node[] nodes = new Node[20];
    for (int i = nodes.length - 1; i >= 0; i--) {
      nodes[i] = new Node(i + 1 < nodes.length ? nodes[i + 1] : null);
    }
    Thread[] walkers = new Thread[5];
    for (int i = 0; i < walkers.length; i++) {
      Node start = nodes[i * 3];
      walkers[i] =
          Stage.start(
              "walker-" + i,
              () -> {
                for (int k = 0; k < 200; k++) {
                  walk(start);
                }
              });
    }
    Stage.join(walkers);
    System.out.println(nodes[19].passed);
  }
}
