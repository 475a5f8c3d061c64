package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.standstill.finding.Finding;
import io.standstill.finding.PoolLoad;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingJsonTest {
  @Test
  void writesTheContractToTheLetter() {
    assertEquals(
        "{\"v\":1,\"time\":\"2026-11-20T12:00:00.120Z\",\"id\":\"D1\",\"kind\":\"deadlock\","
            + "\"certainty\":\"certain\","
            + "\"summary\":\"transfer-1 and transfer-2 wait for each other\",\"threads\":["
            + "{\"id\":31,\"name\":\"transfer-1\",\"virtual\":false,\"state\":\"BLOCKED\","
            + "\"waitsFor\":{\"type\":\"monitor\",\"class\":\"bank.Account\","
            + "\"identity\":\"5f6a7b8c\",\"site\":\"bank.Bank.transfer(Bank.java:41)\","
            + "\"name\":\"Bank.to\",\"waitedMillis\":1204,\"owners\":[32]},"
            + "\"holds\":[{\"type\":\"monitor\",\"class\":\"bank.Account\","
            + "\"identity\":\"1b2c3d4e\",\"site\":\"bank.Bank.transfer(Bank.java:40)\","
            + "\"name\":\"Bank.from\",\"heldMillis\":1250}],"
            + "\"stack\":[\"bank.Bank.transfer(Bank.java:41)\","
            + "\"java.base/java.lang.Thread.run(Thread.java:840)\"]},"
            + "{\"id\":32,\"name\":\"\",\"virtual\":true,\"state\":\"WAITING\","
            + "\"waitsFor\":{\"type\":\"write-lock\",\"class\":\"bank.Account\","
            + "\"identity\":\"1b2c3d4e\",\"site\":\"bank.Bank.transfer(Bank.java:41)\","
            + "\"owners\":[31]},"
            + "\"holds\":[{\"type\":\"read-lock\",\"class\":\"bank.Account\","
            + "\"identity\":\"5f6a7b8c\",\"heldMillis\":252000}],"
            + "\"stack\":[\"bank.Bank.transfer(Bank.java:41)\"]}],"
            + "\"pools\":[],\"waitingBehind\":0,"
            + "\"advice\":\"Take these locks in the same order everywhere.\"}",
        JsonLine.of(Findings.transfer("D1")));
  }

  @Test
  void writesTheFiguresOfAPoolBehindTheContract() {
    String upTo = "{\"name\":\"till\",\"class\":\"shop.Pool\",\"size\":2,\"max\":4,\"active\":2,";
    String tasks =
        "\"queued\":3,\"awaited\":[{\"class\":\"shop.Price\","
            + "\"site\":\"shop.Shop.sell(Shop.java:7)\",\"count\":1}],\"needs\":3";
    String figures =
        ",\"core\":2,\"remaining\":7,\"completed\":1200,\"rejected\":5,"
            + "\"meanWaitMillis\":12.34,\"waitMillis99\":40.0,"
            + "\"meanRunMillis\":8.75,\"runMillis99\":2048.0,\"utilisation\":0.925,"
            + "\"sizeByLoad\":3,\"sizeByWaiting\":6,\"sizeAdvice\":\"3 threads would do.\"";

    assertTrue(lineWith(Findings.load()).contains(upTo + tasks + figures + "}"));
    assertTrue(lineWith(null).contains(upTo + tasks + "}"));
  }

  private static String lineWith(PoolLoad load) {
    return JsonLine.of(Findings.inPool(Findings.pool(load)));
  }

  @Test
  void writesTimeWithMillisecondsEvenWhenTheyAreZero() {
    Finding finding = Findings.transfer("D1").resolved(Findings.TIME.minusMillis(120), 1_234);
    JsonObject line = JsonParser.parseString(JsonLine.of(finding)).getAsJsonObject();

    assertEquals("2026-11-20T12:00:00.000Z", line.get("time").getAsString());
    assertEquals(1_234, line.get("resolvedAfterMillis").getAsLong());
    assertFalse(line.has("endsInMillis"));
  }

  @Test
  void writesOneLinePerFindingInOnePieceEach() {
    List<String> pieces = new ArrayList<>();
    FindingJson json = new FindingJson(pieceByPiece(pieces), complaint -> {});

    json.on(Findings.transfer("D1"));
    json.on(Findings.transfer("Zwölf\n"));

    assertEquals(2, pieces.size());
    assertEquals(pieces.get(1).length() - 1, pieces.get(1).indexOf('\n'));
    JsonObject second = JsonParser.parseString(pieces.get(1)).getAsJsonObject();
    assertEquals("Zwölf\n", second.get("id").getAsString());
  }

  @Test
  void complainsOnceWhenTheFileFailsAndCountsWhatIsLost() {
    List<String> complaints = new ArrayList<>();
    FindingJson json = new FindingJson(fullDisk(), complaints::add);

    json.on(Findings.transfer("D1"));
    json.on(Findings.transfer("D2"));

    assertEquals(
        List.of("the findings file cannot be written any more: No space left on device"),
        complaints);
    assertEquals(List.of(complaints.get(0) + " (findings lost: 2)"), json.problems());
  }

  static OutputStream fullDisk() {
    return new OutputStream() {
      @Override
      public void write(int oneByte) throws IOException {
        throw new IOException("No space left on device");
      }
    };
  }

  private static OutputStream pieceByPiece(List<String> pieces) {
    return new ByteArrayOutputStream() {
      @Override
      public void write(byte[] piece) {
        pieces.add(new String(piece, StandardCharsets.UTF_8));
      }
    };
  }
}
