package io.standstill.report.jmx;

import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;

/** Declares a composite type field by field, and makes its values in the same order. */
final class OpenRow {
  private final String typeName;
  private final String description;
  private final List<String> names = new ArrayList<>();
  private final List<OpenType<?>> types = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();
  private CompositeType type;

  OpenRow(String typeName, String description) {
    this.typeName = typeName;
    this.description = description;
  }

  /** Adds a field. */
  OpenRow with(String name, OpenType<?> fieldType, String words) {
    names.add(name);
    types.add(fieldType);
    descriptions.add(words);
    type = null;
    return this;
  }

  /** The type, with the fields added so far. */
  synchronized CompositeType type() {
    if (type == null) {
      try {
        type =
            new CompositeType(
                typeName,
                description,
                names.toArray(String[]::new),
                descriptions.toArray(String[]::new),
                types.toArray(OpenType<?>[]::new));
      } catch (OpenDataException wrongFields) {
        throw new IllegalStateException(wrongFields);
      }
    }
    return type;
  }

  /** A value, its fields in the order in which they were added. */
  CompositeData data(Object... values) {
    try {
      return new CompositeDataSupport(type(), names.toArray(String[]::new), values);
    } catch (OpenDataException wrongValue) {
      throw new IllegalStateException(wrongValue);
    }
  }

  /** The type of an array. */
  static OpenType<?> arrayOf(OpenType<?> element) {
    try {
      return new ArrayType<Object[]>(1, element);
    } catch (OpenDataException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
