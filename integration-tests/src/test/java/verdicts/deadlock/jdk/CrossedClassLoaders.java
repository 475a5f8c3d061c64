package verdicts.deadlock.jdk;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two old-fashioned class loaders that ask each other while the JVM holds their monitors. */
@Verdict(threads = {"a", "b"})
public final class CrossedClassLoaders {
  /** Not parallel capable: loading locks the loader itself. */
  static final class Crossed extends ClassLoader {
    private final Meeting meeting;
    private ClassLoader other;

    Crossed(Meeting meeting) {
      super(null);
      this.meeting = meeting;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      meeting.meet();
      return other.loadClass(name);
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Crossed left = new Crossed(meeting);
    Crossed right = new Crossed(meeting);
    left.other = right;
    right.other = left;
    Stage.stuck(
        Stage.start("a", () -> left.loadClass("no.Such")),
        Stage.start("b", () -> right.loadClass("no.Such")));
  }
}
