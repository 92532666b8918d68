package dev.tidings.gateway;

import java.util.UUID;

/** Submissions for tests. */
final class Texts {

  private Texts() {}

  /** A uri that nobody else has: all tests of a run share their topics. */
  static String newUri() {
    return "https://desk.example/" + UUID.randomUUID();
  }

  /** A visit; more fields use single quotes: {@code 'version':2}. */
  static String visit(String uri, String... more) {
    return submission(uri, "'actor':'IRN','counterpart':'PAK'", more);
  }

  static String visitOf(String uri, String actor, String counterpart, String... more) {
    return submission(uri, "'actor':'%s','counterpart':'%s'".formatted(actor, counterpart), more);
  }

  static String summit(String uri, String parties, String... more) {
    return submission(uri, "'parties':[" + parties + "]", more);
  }

  /** What stands in it uses single quotes. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String submission(String uri, String parties, String... more) {
    StringBuilder fields = new StringBuilder();
    for (String field : more) {
      fields.append(',').append(field);
    }
    String rest = fields.toString();
    String mode = rest.contains("'mode'") ? "" : "'mode':'visit',";
    String kind = rest.contains("'kind'") ? "" : "'kind':'visit',";
    String headline = rest.contains("'headline'") ? "" : "'headline':'A visit',";
    return json(
        "{'uri':'%s',%s%s%s'occurred':'2024-01-16',%s%s}"
            .formatted(uri, kind, mode, headline, parties, rest));
  }
}
