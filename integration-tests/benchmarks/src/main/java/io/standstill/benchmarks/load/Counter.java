package io.standstill.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts visits under a monitor, as web applications do, and answers with a page of 1 KB. */
final class Counter extends Handler.Abstract {
  private static final String PAGE = "x".repeat(1_000);

  private final Map<String, Integer> visits = new HashMap<>();

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int count = visit(Request.getPathInContext(request));
    byte[] page = (count % 10 + PAGE).getBytes(StandardCharsets.US_ASCII);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.length);
    response.write(true, ByteBuffer.wrap(page), callback);
    return true;
  }

  private synchronized int visit(String path) {
    return visits.merge(path, 1, Integer::sum);
  }
}
