package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.update.PubStatus;
import dev.tidings.wire.UnreadableRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An update is looked for by its uri, in whatever relationship. */
class FoundByUriTest {

  private final Archive archive = new Archive(new UnreadableRecords());

  @Test
  void standsInEachRelationshipOfAMultilateralUpdate() {
    archive.add(update("summit").visit("PAK", "IRN").get());
    archive.add(update("summit").visit("CHN", "IRN").get());
    archive.add(update("other").visit("CHN", "PAK").get());

    assertThat(archive.relationshipsOf(uri("summit")))
        .containsExactly(pair("CHN-IRN"), pair("IRN-PAK"));
    assertThat(archive.relationshipsOf(uri("nothing"))).isEmpty();
    assertThat(archive.uris()).containsOnly(uri("summit"), uri("other"));
  }

  @Test
  void standsInARelationshipOnceHoweverOftenItWasPublished() {
    archive.add(update("often").visit("IRN", "PAK").get());
    archive.add(update("often").visit("IRN", "PAK").by("another").get());
    archive.add(update("often").visit("IRN", "PAK").version(2).status(PubStatus.CANCELED).get());

    assertThat(archive.relationshipsOf(uri("often"))).containsExactly(pair("IRN-PAK"));
    assertThat(archive.uris()).containsExactly(uri("often"));
    assertThat(archive.highestVersion(uri("often"))).isEqualTo(2);
  }

  @Test
  void standsNowhereElseThoughAnotherUriHasItsHash() {
    List<String> same = twoWithTheSameHash();
    archive.add(update(same.get(0)).visit("IRN", "PAK").get());
    archive.add(update(same.get(1)).visit("CHN", "IRN").get());
    archive.add(update(same.get(0)).visit("CHN", "USA").get());

    assertThat(archive.relationshipsOf(uri(same.get(0))))
        .containsExactly(pair("CHN-USA"), pair("IRN-PAK"));
    assertThat(archive.relationshipsOf(uri(same.get(1)))).containsExactly(pair("CHN-IRN"));
  }

  /** Of 100,000 uris, two have the same 32 bits more often than not. */
  private List<String> twoWithTheSameHash() {
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; ; i++) {
      String other = names.put(archive.uris.pairs.hash(uri("s" + i)), "s" + i);
      if (other != null) {
        return List.of(other, "s" + i);
      }
    }
  }

  private static Relationship pair(String key) {
    return Relationship.parse(key);
  }
}
