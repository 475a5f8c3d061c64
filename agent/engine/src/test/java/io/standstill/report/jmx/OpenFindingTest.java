package io.standstill.report.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.standstill.finding.Finding;
import io.standstill.report.Findings;
import io.standstill.report.JsonLine;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;

class OpenFindingTest {
  @Test
  void showsOfAPoolWhatTheJsonLineShows() {
    Finding finding = Findings.inPool(Findings.pool(Findings.load()));
    JsonObject line = JsonParser.parseString(JsonLine.of(finding)).getAsJsonObject();
    JsonObject expected = line.getAsJsonArray("pools").get(0).getAsJsonObject();

    CompositeData pool = poolOf(finding);

    assertEquals(expected.keySet(), pool.getCompositeType().keySet());
    for (Map.Entry<String, JsonElement> field : expected.entrySet()) {
      if (field.getValue().isJsonPrimitive()) {
        assertEquals(field.getValue().getAsString(), pool.get(field.getKey()).toString());
      }
    }
    CompositeData[] tasks = (CompositeData[]) pool.get("awaited");
    assertEquals(1, tasks.length);
    assertEquals("shop.Price", tasks[0].get("class"));
    assertEquals("shop.Shop.sell(Shop.java:7)", tasks[0].get("site"));
    assertEquals(1L, tasks[0].get("count"));
  }

  @Test
  void hasNoFiguresOfAPoolThatIsNotCounted() {
    CompositeData pool = poolOf(Findings.inPool(Findings.pool(null)));

    assertEquals("till", pool.get("name"));
    assertNull(pool.get("completed"));
    assertNull(pool.get("meanRunMillis"));
  }

  private static CompositeData poolOf(Finding finding) {
    return ((CompositeData[]) OpenFinding.of(finding).get("pools"))[0];
  }
}
