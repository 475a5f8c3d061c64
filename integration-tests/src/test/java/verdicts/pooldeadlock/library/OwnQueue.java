package verdicts.pooldeadlock.library;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A bounded queue as libraries write their own. */
public final class OwnQueue<E> extends AbstractQueue<E> implements BlockingQueue<E> {
  private final Object[] ring;
  private int first;
  private int count;

  public OwnQueue(int capacity) {
    ring = new Object[capacity];
  }

  @Override
  public synchronized boolean offer(E element) {
    if (count == ring.length) {
      return false;
    }
    ring[(first + count++) % ring.length] = element;
    notifyAll();
    return true;
  }

  @Override
  public synchronized E poll() {
    E element = peek();
    if (element != null) {
      ring[first] = null;
      first = (first + 1) % ring.length;
      count--;
      notifyAll();
    }
    return element;
  }

  @Override
  public synchronized E take() throws InterruptedException {
    E element = poll();
    while (element == null) {
      wait();
      element = poll();
    }
    return element;
  }

  @Override
  public synchronized void put(E element) throws InterruptedException {
    while (!offer(element)) {
      wait();
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public synchronized E peek() {
    return (E) ring[first];
  }

  @Override
  public synchronized int size() {
    return count;
  }

  @Override
  public synchronized int remainingCapacity() {
    return ring.length - count;
  }

  @Override
  public E poll(long time, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean offer(E element, long time, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int drainTo(Collection<? super E> sink) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int drainTo(Collection<? super E> sink, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterator<E> iterator() {
    throw new UnsupportedOperationException();
  }
}
