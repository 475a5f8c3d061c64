package verdicts.clean.jdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import verdicts.Clean;
import verdicts.Stage;

/** Synchronized collections, vectors, tables and buffers, used hard and in one order. */
@Clean
public final class SynchronizedCollections {
  public static void main(String[] args) throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    Vector<Integer> vector = new Vector<>();
    Map<Integer, Integer> table = new Hashtable<>();
    StringBuffer buffer = new StringBuffer();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      int own = i * 5_000;
      threads[i] =
          Stage.start(
              "user-" + i,
              () -> {
                for (int n = 0; n < 5_000; n++) {
                  vector.add(n);
                  table.put(own + n, n);
                  buffer.append('x');
                  if (n % 500 == 0) {
                    list.addAll(vector.subList(0, 1));
                  }
                }
              });
    }
    Stage.join(threads);
    System.out.println(
        list.size() + " " + vector.size() + " " + table.size() + " " + buffer.length());
  }
}
