package io.standstill.release;

import java.util.List;
import java.util.Map;

/**
 * The methods of a class that may release something.
 *
 * @param name binary name of the class
 * @param file its source file, or null if the class file does not tell
 * @param methods by name and descriptor
 */
public record ClassReleases(String name, String file, Map<String, MethodReleases> methods) {

  /** The method, or null. */
  public MethodReleases method(String method, String descriptor) {
    return methods.get(method + descriptor);
  }

  /** All methods of a name. */
  public List<MethodReleases> named(String method) {
    return methods.values().stream().filter(each -> each.name().equals(method)).toList();
  }

  /** A place in the class, as a stack trace shows it. */
  String place(String method, int line) {
    String where = file == null ? "Unknown Source" : line > 0 ? file + ":" + line : file;
    return name + "." + method + "(" + where + ")";
  }
}
