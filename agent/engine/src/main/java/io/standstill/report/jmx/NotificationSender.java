package io.standstill.report.jmx;

import io.standstill.finding.Finding;
import io.standstill.report.FindingText;
import io.standstill.report.OwnThread;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;

/**
 * Sends a JMX notification per finding. Listeners inside this JVM are code of the application, and
 * may block for ever; so they run in a thread of ours, behind a queue with an end. The detector
 * only ever offers to that queue: what does not fit is dropped and counted.
 */
final class NotificationSender extends NotificationBroadcasterSupport {
  static final String FOUND = "io.standstill.finding";
  static final String PREDICTED = "io.standstill.risk";
  static final String RESOLVED = "io.standstill.finding.resolved";
  static final int QUEUE_LENGTH = 256;

  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Thread thread;
  private final ObjectName source;

  private volatile boolean stopped;

  /** Counts what was sent; only our thread writes it. */
  private long sequence;

  NotificationSender(ObjectName source) {
    super(
        new MBeanNotificationInfo(
            new String[] {FOUND, PREDICTED, RESOLVED},
            Notification.class.getName(),
            "A situation was found, or has ended; the user data is the finding"));
    this.source = source;
    thread =
        OwnThread.of(
            "standstill-notifications", this::run, NotificationSender.class.getClassLoader());
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopped = true;
    thread.interrupt();
  }

  /** Hands a finding over to be sent soon; never waits. */
  void send(Finding finding) {
    if (!queue.offer(() -> deliver(finding))) {
      dropped.incrementAndGet();
    }
  }

  /** Waits, at most so long, until all that was handed over has been sent. */
  boolean flush(long millis) throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return queue.offer(sent::countDown, millis, TimeUnit.MILLISECONDS)
        && sent.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  List<String> problems() {
    long lost = dropped.get();
    long broken = failed.get();
    return lost + broken == 0
        ? List.of()
        : List.of(
            "JMX notifications not delivered: "
                + lost
                + " because a listener is too slow, "
                + broken
                + " because it failed");
  }

  /** An application may interrupt all threads that it finds: only {@link #stop} ends this one. */
  private void run() {
    while (!stopped) {
      try {
        queue.take().run();
      } catch (InterruptedException notOurs) {
        continue;
      }
    }
  }

  private static String type(Finding finding) {
    if (finding.kind().isPrediction()) {
      return PREDICTED;
    }
    return finding.resolvedAfterMillis() == null ? FOUND : RESOLVED;
  }

  private void deliver(Finding finding) {
    try {
      Notification notification =
          new Notification(
              type(finding),
              source,
              ++sequence,
              finding.time().toEpochMilli(),
              FindingText.firstLine(finding));
      notification.setUserData(OpenFinding.of(finding));
      sendNotification(notification);
    } catch (RuntimeException | Error broken) {
      failed.incrementAndGet();
    }
  }
}
