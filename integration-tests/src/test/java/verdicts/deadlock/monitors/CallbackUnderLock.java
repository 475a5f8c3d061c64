package verdicts.deadlock.monitors;

import java.util.ArrayList;
import java.util.List;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A listener is called under a lock and calls back into another component. */
@Verdict(threads = {"events", "requests"})
public final class CallbackUnderLock {
  private final List<Runnable> listeners = new ArrayList<>();

  synchronized void add(Runnable listener) {
    listeners.add(listener);
  }

  synchronized void fire() {
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  /** The other component. */
  static final class Registry {
    private final CallbackUnderLock source;
    private final Meeting meeting;

    Registry(CallbackUnderLock source, Meeting meeting) {
      this.source = source;
      this.meeting = meeting;
    }

    void onEvent() {
      meeting.meet();
      synchronized (this) { // waits
        System.out.println("never");
      }
    }

    void register(Runnable listener) {
      synchronized (this) { // holds
        meeting.meet();
        source.add(listener);
      }
    }
  }

  public static void main(String[] args) {
    CallbackUnderLock source = new CallbackUnderLock();
    Registry registry = new Registry(source, new Meeting(2));
    source.add(registry::onEvent);
    Thread events = Stage.start("events", source::fire);
    Stage.stuck(events, Stage.start("requests", () -> registry.register(() -> {})));
  }
}
