import groovy.transform.Synchronized
import groovy.transform.WithReadLock
import groovy.transform.WithWriteLock

class Counter {
  int block = 0
  int method = 0
  int own = 0
  int locked = 0

  synchronized void method() { method++ }

  @Synchronized void own() { own++ }

  @WithWriteLock void locked() { locked++ }

  @WithReadLock int seen() { locked }

  void block() { synchronized (this) { block++ } }
}

def counter = new Counter()
def threads = (1..8).collect {
  Thread.start {
    500.times {
      counter.block()
      counter.method()
      counter.own()
      counter.locked()
      counter.seen()
    }
  }
}
threads*.join()
println "$counter.block $counter.method $counter.own ${counter.seen()}"
