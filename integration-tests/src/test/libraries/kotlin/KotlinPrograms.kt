package programs

import java.util.concurrent.locks.ReentrantLock
import java.util.concurrent.locks.ReentrantReadWriteLock
import kotlin.concurrent.read
import kotlin.concurrent.thread
import kotlin.concurrent.withLock
import kotlin.concurrent.write
import verdicts.Meeting
import verdicts.Stage

/** Every way that Kotlin locks, under eight threads. */
object KotlinClean {
  private val monitor = Any()
  private val lock = ReentrantLock()
  private val readWrite = ReentrantReadWriteLock()
  private var count = 0
  private var letters = 0
  private val once by lazy { "lazy once" }

  @Synchronized private fun inMethod(): Int = ++count

  private fun step(i: Int): Int {
    inMethod()
    synchronized(monitor) { if (i % 2 == 0) return i }
    lock.withLock {
      readWrite.write { letters += once.length }
      return readWrite.read { i }
    }
  }

  @JvmStatic
  fun main(args: Array<String>) {
    val threads = (1..8).map { thread { repeat(500) { step(it) } } }
    threads.forEach { it.join() }
    println("$count steps, $letters letters, $once")
  }
}

/** A synchronized block against a withLock. */
object KotlinHang {
  private val monitor = Any()
  private val lock = ReentrantLock()

  @JvmStatic
  fun main(args: Array<String>) {
    val meeting = Meeting(2)
    val block =
        thread(name = "block") {
          synchronized(monitor) { // holds
            meeting.meet()
            lock.withLock { println("never") } // waits
          }
        }
    val with =
        thread(name = "with") {
          lock.withLock { // holds
            meeting.meet()
            synchronized(monitor) { println("never") } // waits
          }
        }
    Stage.stuck(block, with)
  }
}

/** Two lazy values that ask for each other: the locks are the standard library's own. */
object KotlinLazyHang {
  private val meeting = Meeting(2)
  private val price: Int by lazy { meeting.meet(); tax + 1 }
  private val tax: Int by lazy { meeting.meet(); price / 5 }

  @JvmStatic
  fun main(args: Array<String>) {
    Stage.stuck(thread(name = "price") { price }, thread(name = "tax") { tax })
  }
}
