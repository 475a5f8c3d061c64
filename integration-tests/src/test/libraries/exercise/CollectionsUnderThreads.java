package exercise;

import java.util.Map;
import org.apache.commons.collections.Buffer;
import org.apache.commons.collections.BufferUtils;
import org.apache.commons.collections.FastHashMap;
import org.apache.commons.collections.UnboundedFifoBuffer;
import verdicts.Meeting;
import verdicts.Stage;

/** Commons Collections 2.1: a fast map and a blocking buffer, shared by eight threads. */
public final class CollectionsUnderThreads {
  private static final int EACH = 300;

  public static void main(String[] args) throws Exception {
    FastHashMap map = new FastHashMap();
    Buffer buffer = BufferUtils.blockingBuffer(new UnboundedFifoBuffer());
    Meeting meeting = new Meeting(8);
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      int own = i;
      threads[i] = Stage.start("thread-" + i, () -> work(own, map, buffer, meeting));
    }
    Stage.join(threads);
    map.setFast(true);
    System.out.println(map.size() + " mapped, " + buffer.size() + " left");
  }

  @SuppressWarnings("unchecked")
  private static void work(int own, FastHashMap map, Buffer buffer, Meeting meeting) {
    meeting.meet();
    for (int i = 0; i < EACH; i++) {
      synchronized (map) {
        ((Map<Object, Object>) map).put(own * EACH + i, own);
      }
      if (own % 2 == 0) {
        buffer.add(i);
      } else {
        buffer.remove();
      }
    }
  }
}
