package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Synchronized methods through overriding, super calls and an interface. */
@Verdict(threads = {"reader", "writer"})
public final class OverriddenMethods {
  /** What both sides call. */
  interface Part {
    void touch();
  }

  /** Locks itself, then what it is linked to. */
  static class Node implements Part {
    final Meeting meeting;
    Part peer;

    Node(Meeting meeting) {
      this.meeting = meeting;
    }

    @Override
    public synchronized void touch() {
      meeting.meet();
      peer.touch();
    }
  }

  /** Locks itself twice. */
  static final class Leaf extends Node {
    Leaf(Meeting meeting) {
      super(meeting);
    }

    @Override
    public synchronized void touch() {
      super.touch();
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Node node = new Node(meeting);
    Node leaf = new Leaf(meeting);
    node.peer = leaf;
    leaf.peer = node;
    Stage.stuck(Stage.start("reader", node::touch), Stage.start("writer", leaf::touch));
  }
}
