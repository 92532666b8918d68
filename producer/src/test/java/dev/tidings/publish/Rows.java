package dev.tidings.publish;

/** Lines of small files. */
final class Rows {

  private Rows() {}

  static String quad(String day, String source, String relation, String target) {
    return String.join("\t", day, source, relation, target);
  }

  /** A submission; what stands in it uses single quotes. */
  static String json(String uri, String... more) {
    String fields =
        more.length == 0
            ? "'actor':'IRN','counterpart':'PAK','versionCreated':'2024-01-16T12:00:00Z'"
            : String.join(",", more);
    return ("{'uri':'%s','kind':'visit','mode':'visit','occurred':'2024-01-16',"
            + "'headline':'A visit',%s}")
        .formatted(uri, fields)
        .replace('\'', '"');
  }
}
