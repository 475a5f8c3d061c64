import groovy.transform.Synchronized
import verdicts.Meeting
import verdicts.Stage

class Till {
  static Meeting meeting = new Meeting(2)
  Object other

  @Synchronized
  void close() {
    meeting.meet()
    synchronized (other) { println 'never' } // waits
  }

  @Synchronized
  void count() { println 'never' }
}

def safe = new Object()
def till = new Till(other: safe)
def closing = Thread.start('closing') { till.close() }
def counting = Thread.start('counting') {
  synchronized (safe) { // holds
    Till.meeting.meet()
    till.count()
  }
}
Stage.stuck(closing, counting)
