package io.standstill.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmc.common.IDescribable;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** The agent's events in a recording, by the parser of JDK Mission Control: what its users see. */
final class MissionControl {
  private static final String EVENT = "io.standstill.Finding";
  private static final char NO_BREAK_SPACE = '\u00a0';

  private MissionControl() {}

  /** Of each event the values, as Mission Control shows them, by the labels of their columns. */
  static List<Map<String, String>> events(Path recording) {
    List<Map<String, String>> events = new ArrayList<>();
    for (IItemIterable items : load(recording).apply(ItemFilters.type(EVENT))) {
      for (IItem item : items) {
        events.add(shown(item, items.getType()));
      }
    }
    return events;
  }

  private static IItemCollection load(Path recording) {
    try {
      return JfrLoaderToolkit.loadEvents(recording.toFile());
    } catch (IOException | CouldNotLoadRecordingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<String, String> shown(IItem item, IType<IItem> type) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<IAccessorKey<?>, ? extends IDescribable> column :
        type.getAccessorKeys().entrySet()) {
      Object value = type.getAccessor(column.getKey()).getMember(item);
      values.put(column.getValue().getName(), text(value));
    }
    return values;
  }

  private static String text(Object value) {
    if (value instanceof IMCThread thread) {
      return thread.getThreadName();
    } else if (value instanceof IQuantity quantity) {
      return quantity.displayUsing(IDisplayable.AUTO).replace(NO_BREAK_SPACE, ' ');
    }
    return String.valueOf(value);
  }
}
