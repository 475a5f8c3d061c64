package verdicts.deadlock.classinit;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The parent's initialiser makes a child; the child has no initialiser, but needs its parent. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"parent", "child"})
public final class ParentAndChild {
  static final Meeting meeting = new Meeting(2);

  /** Makes its own child. */
  static class Parent {
    static final Parent empty = make();

    private static Parent make() {
      meeting.meet();
      Stage.sleep(200);
      return new Child();
    }
  }

  /** Has no initialiser of its own. */
  static final class Child extends Parent {}

  public static void main(String[] args) {
    Thread parent = Stage.start("parent", () -> System.out.println(Parent.empty));
    Thread child =
        Stage.start(
            "child",
            () -> {
              meeting.meet();
              System.out.println(new Child());
            });
    Stage.stuck(parent, child);
  }
}
