package hangs;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import verdicts.Meeting;
import verdicts.Stage;

/** Guava: two entries of a cache whose loaders ask for each other's. */
public final class GuavaCrossedLoads {
  private static LoadingCache<String, String> cache;

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    cache =
        CacheBuilder.newBuilder()
            .build(
                CacheLoader.from(
                    key -> {
                      meeting.meet();
                      return cache.getUnchecked(key.equals("price") ? "tax" : "price");
                    }));
    Thread price = Stage.start("price", () -> cache.get("price"));
    Thread tax = Stage.start("tax", () -> cache.get("tax"));
    Stage.stuck(price, tax);
  }
}
