package verdicts.clean.monitors;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** The holder waits in native code for the network; others wait for the holder. */
@Clean
public final class HolderInNativeCode {
  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Meeting meeting = new Meeting(2);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread holder =
          Stage.start(
              "holder",
              () -> {
                synchronized (lock) {
                  meeting.meet();
                  try (Socket client = server.accept()) {
                    System.out.println("connected " + client.isConnected());
                  }
                }
              });
      meeting.meet();
      Thread waiter =
          Stage.start(
              "waiter",
              () -> {
                synchronized (lock) {
                  System.out.println("passed");
                }
              });
      Stage.longPause();
      new Socket(server.getInetAddress(), server.getLocalPort()).close();
      Stage.join(holder, waiter);
    }
  }
}
