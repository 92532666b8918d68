package dev.tidings.feed.syndication;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Effect;
import dev.tidings.update.PubStatus;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UpdateInANewsReaderTest {

  private static final String ID = "tag:tidings.dev,2026:update/IRN-PAK/test%3Avisit";

  @Test
  void standsAsItStandsNowFromItsNewsToItsKill(@TempDir Path folder) {
    try (LiveFeed live = start(folder)) {
      told(live, visit(1, "SECRET one").thread("border/x", Effect.BEGINS, "SECRET terms"));
      hasOneEntry(live, "SECRET one", "2024-01-17T00:00:01Z", "update");

      told(live, visit(2, "SECRET two"));
      hasOneEntry(live, "Correction: SECRET two", "2024-01-17T00:00:02Z", "correction");

      told(live, visit(3, "SECRET two").status(PubStatus.WITHHELD));
      hasOneNotice(live, "Withheld for now: ", "2024-01-17T00:00:03Z");

      told(live, visit(4, "Released"));
      hasOneEntry(live, "Released", "2024-01-17T00:00:04Z", "release");

      told(live, visit(5, "SECRET five").status(PubStatus.CANCELED).edNote("SECRET note"));
      hasOneNotice(live, "Withdrawn: ", "2024-01-17T00:00:05Z");
    }
  }

  private static UpdateFixture visit(int version, String headline) {
    return update("visit")
        .visit("IRN", "PAK")
        .version(version)
        .headline(headline)
        .issued("2024-01-17T00:00:0" + version + "Z");
  }

  private static void hasOneEntry(LiveFeed live, String title, String updated, String reason) {
    ReadAtom atom = atom(live, "/feed.atom");
    assertThat(atom.text("/feed/entry/id")).isEqualTo(ID);
    assertThat(atom.text("/feed/entry/title")).isEqualTo(title);
    assertThat(atom.text("/feed/entry/updated")).isEqualTo(updated);
    assertThat(atom.text("/feed/entry/published")).isEqualTo("2024-01-17T00:00:01Z");
    assertThat(atom.texts("/feed/entry/category/@term"))
        .containsExactly("visit", "visit", reason, "confirmed", "IRN", "PAK");
    assertThat(atom.text("/feed/entry/link/@href")).endsWith("updates/test%3Avisit");
    assertThat(atom.texts("/feed/deleted-entry")).isEmpty();
    assertThat(atom.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.getTitle()).contains(title);
              assertThat(item.getGuid()).contains(ID);
              assertThat(item.getUpdated()).contains(updated);
            });
    JsonNode item = jsonItem(live);
    assertThat(item.get("title").asString()).isEqualTo(title);
    assertThat(item.get("date_modified").asString()).isEqualTo(updated);
    assertThat(item.at("/_tidings/reason").asString()).isEqualTo(reason);
    assertThat(item.at("/_tidings/withdrawn").asBoolean()).isFalse();
  }

  private static void hasOneNotice(LiveFeed live, String title, String when) {
    String document = live.get("/feed.atom").body();
    assertThat(document).doesNotContain("SECRET");
    ReadAtom atom = new ReadAtom(document);
    assertThat(atom.texts("/feed/entry")).isEmpty();
    assertThat(atom.items()).isEmpty();
    assertThat(atom.text("/feed/deleted-entry/@ref")).isEqualTo(ID);
    assertThat(atom.text("/feed/deleted-entry/@when")).isEqualTo(when);
    assertThat(atom.text("/feed/updated")).isEqualTo(when);
    String notice = title + "an update on Iran and Pakistan, 16 January 2024";
    assertThat(atom.text("/feed/deleted-entry/comment")).isEqualTo(notice);
    assertThat(live.get("/feed.json").body()).doesNotContain("SECRET");
    JsonNode item = jsonItem(live);
    assertThat(item.get("title").asString()).isEqualTo(notice);
    assertThat(item.get("content_text").asString()).isEqualTo(notice + ".");
    assertThat(item.at("/_tidings/withdrawn").asBoolean()).isTrue();
  }

  @Test
  void isOneEntryInEachRelationshipAndTheNewestComesFirst(@TempDir Path folder) {
    try (LiveFeed live = start(folder)) {
      told(live, update("pact").visit("IRN", "PAK").headline("with Pakistan"));
      told(live, update("other").visit("IRN", "TUR").headline("another"));
      told(live, update("pact").visit("IRN", "TUR").headline("with Turkey"));
      told(
          live,
          update("pact")
              .visit("IRN", "PAK")
              .headline("with Pakistan after all")
              .version(2)
              .issued("2024-01-20T00:00:00Z"));

      List<String> ids =
          List.of(
              "tag:tidings.dev,2026:update/IRN-PAK/test%3Apact",
              "tag:tidings.dev,2026:update/IRN-TUR/test%3Apact",
              "tag:tidings.dev,2026:update/IRN-TUR/test%3Aother");
      assertThat(atom(live, "/feed.atom").texts("/feed/entry/id")).isEqualTo(ids);
      assertThat(new ReadJsonFeed(live.get("/feed.json").body()).all("id")).isEqualTo(ids);
      assertThat(new ReadJsonFeed(live.get("/feed.json?limit=2").body()).all("id"))
          .isEqualTo(ids.subList(0, 2));
    }
  }

  @Test
  void isThereForWhoeverAFilterLetItThroughTo(@TempDir Path folder) {
    try (LiveFeed live = start(folder)) {
      told(live, visit(1, "SECRET").concerning("TUR"));
      told(live, update("other").visit("IRN", "TUR").headline("another"));
      told(live, visit(2, "SECRET").status(PubStatus.CANCELED).concerning("TUR"));

      for (String through :
          List.of(
              "party=PAK",
              "pair=PAK-IRN",
              "kind=visit&party=PAK",
              "reason=update&party=PAK",
              "standing=confirmed&mute=TUR,IRN")) {
        ReadAtom atom = atom(live, "/feed.atom?" + through);
        assertThat(atom.texts("/feed/deleted-entry/@ref")).as(through).containsExactly(ID);
        assertThat(atom.texts("/feed/entry")).as(through).isEmpty();
      }
      for (String none : List.of("party=AFG", "kind=border", "mute=visit", "minUrgency=1")) {
        ReadAtom atom = atom(live, "/feed.atom?" + none);
        assertThat(atom.texts("/feed/deleted-entry | /feed/entry")).as(none).isEmpty();
      }
    }
  }

  private static LiveFeed start(Path folder) {
    return LiveFeed.start(
        folder,
        replica ->
            List.of(
                new Syndication(
                    replica.feed(), null, request -> Optional.empty(), InstantSource.system())));
  }

  private static void told(LiveFeed live, UpdateFixture update) {
    live.publish(update.get());
    live.awaitTold();
  }

  private static ReadAtom atom(LiveFeed live, String path) {
    return new ReadAtom(live.get(path).body());
  }

  private static JsonNode jsonItem(LiveFeed live) {
    List<JsonNode> items = new ReadJsonFeed(live.get("/feed.json").body()).items();
    assertThat(items).hasSize(1);
    assertThat(items.get(0).get("id").asString()).isEqualTo(ID);
    return items.get(0);
  }
}
