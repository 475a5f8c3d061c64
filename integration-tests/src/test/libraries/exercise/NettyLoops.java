package exercise;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import verdicts.Stage;

/** One event loop waits for another one, which takes its time, while tasks of its own queue up. */
public final class NettyLoops {
  public static void main(String[] args) throws Exception {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    EventLoop one = group.next();
    EventLoop other = group.next();
    CompletableFuture<String> answer = new CompletableFuture<>();
    CountDownLatch done = new CountDownLatch(3);
    one.execute(
        () -> {
          one.execute(() -> answer.complete("own"));
          one.execute(done::countDown);
          other.execute(Stage::pauseBeyondPatience);
          other.execute(() -> answer.complete("other"));
          other.execute(done::countDown);
          answer.join();
          done.countDown();
        });
    done.await();
    System.out.println(answer.join());
    group.shutdownGracefully().sync();
  }
}
