package hangs;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import verdicts.Stage;

/** Netty: the thread of an event loop for sockets waits for what only its next task completes. */
public final class NettyOwnLoop {
  public static void main(String[] args) {
    ThreadFactory threads = task -> new Thread(task, "loop-1");
    EventLoop loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory()).next();
    loop.execute(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          loop.execute(() -> answer.complete("never"));
          answer.join();
        });
    Stage.stuckNamed("loop-1");
  }
}
