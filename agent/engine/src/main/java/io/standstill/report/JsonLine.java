package io.standstill.report;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import io.standstill.finding.Finding;
import io.standstill.finding.LockUse;
import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * A finding as one line of JSON. The field names are a contract with other programs, so each stands
 * here in plain sight and none follows from the name of a Java field. What is null is left out.
 */
public final class JsonLine {
  private static final int VERSION = 1;

  /** ISO-8601 in UTC, always with three digits of a second, so that lines sort as text. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final JsonWriter json;

  private JsonLine(JsonWriter json) {
    this.json = json;
    json.setSerializeNulls(false);
    json.setHtmlSafe(false);
    json.setStrictness(Strictness.STRICT);
  }

  /** The line, without its end. */
  public static String of(Finding finding) {
    StringWriter line = new StringWriter(1_000);
    try (JsonWriter json = new JsonWriter(line)) {
      new JsonLine(json).finding(finding);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return line.toString();
  }

  /** A point in time as the contract writes it: {@code 2026-11-20T12:00:00.123Z}. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  private void finding(Finding finding) throws IOException {
    json.beginObject();
    json.name("v").value(VERSION);
    json.name("time").value(time(finding.time()));
    json.name("id").value(finding.id());
    json.name("kind").value(finding.kind().toString());
    json.name("certainty").value(finding.certainty().toString());
    json.name("summary").value(finding.summary());
    json.name("threads").beginArray();
    for (StuckThread thread : finding.threads()) {
      thread(thread);
    }
    json.endArray();
    json.name("pools").beginArray();
    for (PoolUse pool : finding.pools()) {
      pool(pool);
    }
    json.endArray();
    json.name("waitingBehind").value(finding.waitingBehind());
    json.name("endsInMillis").value(finding.endsInMillis());
    json.name("resolvedAfterMillis").value(finding.resolvedAfterMillis());
    json.name("advice").value(finding.advice());
    json.endObject();
  }

  private void thread(StuckThread thread) throws IOException {
    json.beginObject();
    json.name("id").value(thread.id());
    json.name("name").value(thread.name());
    json.name("virtual").value(thread.virtual());
    json.name("state").value(thread.state());
    if (thread.waitsFor() != null) {
      json.name("waitsFor").beginObject();
      lock(thread.waitsFor());
      json.name("waitedMillis").value(thread.waitsFor().millis());
      json.name("owners").beginArray();
      for (Long owner : thread.waitsFor().owners()) {
        json.value(owner);
      }
      json.endArray().endObject();
    }
    json.name("holds").beginArray();
    for (LockUse held : thread.holds()) {
      json.beginObject();
      lock(held);
      json.name("heldMillis").value(held.millis());
      if (!held.stack().isEmpty()) {
        strings("stack", held.stack());
      }
      json.endObject();
    }
    json.endArray();
    strings("stack", thread.stack());
    if (!thread.likeStack().isEmpty()) {
      strings("likeStack", thread.likeStack());
    }
    json.endObject();
  }

  private void pool(PoolUse pool) throws IOException {
    json.beginObject();
    json.name("name").value(pool.name());
    json.name("class").value(pool.className());
    json.name("size").value(pool.size());
    json.name("max").value(pool.max());
    json.name("active").value(pool.active());
    json.name("queued").value(pool.queued());
    json.name("awaited").beginArray();
    for (PoolUse.QueuedTask task : pool.awaited()) {
      json.beginObject();
      json.name("class").value(task.className());
      json.name("site").value(task.site());
      json.name("count").value(task.count());
      json.endObject();
    }
    json.endArray();
    json.name("needs").value(pool.needs());
    if (pool.load() != null) {
      load(pool.load());
    }
    json.endObject();
  }

  private void load(PoolLoad load) throws IOException {
    json.name("core").value(load.core());
    json.name("remaining").value(load.remaining());
    json.name("completed").value(load.completed());
    json.name("rejected").value(load.rejected());
    json.name("meanWaitMillis").value(load.meanWaitMillis());
    json.name("waitMillis99").value(load.waitMillis99());
    json.name("meanRunMillis").value(load.meanRunMillis());
    json.name("runMillis99").value(load.runMillis99());
    json.name("utilisation").value(load.utilisation());
    json.name("sizeByLoad").value(load.sizeByLoad());
    json.name("sizeByWaiting").value(load.sizeByWaiting());
    json.name("sizeAdvice").value(load.sizeAdvice());
  }

  private void lock(LockUse lock) throws IOException {
    json.name("type").value(lock.type().toString());
    json.name("class").value(lock.className());
    json.name("identity").value(lock.identity());
    json.name("site").value(lock.site());
    json.name("name").value(lock.name());
  }

  private void strings(String name, List<String> values) throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }
}
