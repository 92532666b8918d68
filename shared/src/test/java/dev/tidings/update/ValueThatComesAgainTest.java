package dev.tidings.update;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueThatComesAgainTest {

  @Test
  void isTheSameObject() {
    assertThat(EdtfDate.parse("1950-03")).isSameAs(EdtfDate.parse(again("1950-03")));
    assertThat(Party.of("IRN")).isSameAs(Party.of(again("IRN")));
  }

  @Test
  void isTheSameObjectInTwoUpdates() {
    RelationshipUpdate one = update("one").visit("IRN", "PAK").by("Dawn").get();
    RelationshipUpdate other =
        one.toBuilder()
            .language(again("en"))
            .sources(List.of(new Source(again("Dawn"), null, null)))
            .build();

    assertThat(other.language()).isSameAs(one.language());
    assertThat(other.sources()).isSameAs(one.sources());
  }

  @Test
  void isMadeAgainWhenAnotherTookItsPlace() {
    Recent<Integer, String> recent = new Recent<>(2, Integer::valueOf);
    String first = recent.get(1, i -> "1");
    String third = recent.get(3, i -> "3");

    assertThat(recent.get(3, i -> "never")).isSameAs(third);
    assertThat(recent.get(1, i -> "01")).isEqualTo("01").isNotSameAs(first);
  }

  private static String again(String text) {
    return new String(text.toCharArray());
  }
}
