package dev.tidings.intake;

import static dev.tidings.intake.Lines.gdelt;
import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.UpdateJson;
import org.junit.jupiter.api.Test;

/** One event, reported from both sides or by several sources. */
class MirrorReportsTest {

  private static final String DAY = "2018-10-31";

  @Test
  void aVisitAndItsHostingAreTheSameBytes() {
    RelationshipUpdate visit = update(Format.QUADS, quad(DAY, "Iran", "Make_a_visit", "Pakistan"));

    RelationshipUpdate hosting =
        update(Format.QUADS, quad(DAY, "Pakistan", "Host_a_visit", "Iran"));

    assertThat(UpdateJson.write(hosting)).isEqualTo(UpdateJson.write(visit));
    assertThat(hosting.actor()).isEqualTo(new Party("IRN"));
  }

  @Test
  void whoReceivesPeacekeepersIsProvidedWithThem() {
    RelationshipUpdate provided =
        update(
            Format.QUADS,
            quad(DAY, "Iran", "Provide_military_protection_or_peacekeeping", "Pakistan"));

    RelationshipUpdate received =
        update(Format.QUADS, quad(DAY, "Pakistan", "Receive_deployment_of_peacekeepers", "Iran"));

    assertThat(UpdateJson.write(received)).isEqualTo(UpdateJson.write(provided));
  }

  @Test
  void aConsultationIsTheSameFromBothSides() {
    RelationshipUpdate one = update(Format.QUADS, quad(DAY, "Pakistan", "Consult", "Iran"));

    RelationshipUpdate other = update(Format.QUADS, quad(DAY, "Iran", "Consult", "Pakistan"));

    assertThat(UpdateJson.write(other)).isEqualTo(UpdateJson.write(one));
    assertThat(other.actor()).isEqualTo(new Party("IRN"));
  }

  @Test
  void aThreatKeepsItsDirection() {
    RelationshipUpdate one = update(Format.QUADS, quad(DAY, "Pakistan", "Threaten", "Iran"));

    RelationshipUpdate other = update(Format.QUADS, quad(DAY, "Iran", "Threaten", "Pakistan"));

    assertThat(other.uri()).isNotEqualTo(one.uri());
    assertThat(one.actor()).isEqualTo(new Party("PAK"));
  }

  @Test
  void twoDataSetsSayTheSameButForSourceAndTime() {
    RelationshipUpdate icews =
        update(
            Format.ICEWS,
            icews(
                DAY,
                "Foreign Affairs (Iran)",
                "Iran",
                "042",
                "Make a visit",
                "Ministry (Pakistan)",
                "Pakistan"));

    RelationshipUpdate gdelt =
        update(
            Format.GDELT,
            gdelt("20181031", "PAK", "043", "IRN", "20181101120000", "https://www.example.com/a"));

    assertThat(gdelt.uri()).isEqualTo(icews.uri());
    assertThat(UpdateJson.contentHash(gdelt)).isEqualTo(UpdateJson.contentHash(icews));
    assertThat(gdelt.sources()).isNotEqualTo(icews.sources());
    assertThat(gdelt.versionCreated()).isNotEqualTo(icews.versionCreated());
  }

  @Test
  void anotherDayIsAnotherEvent() {
    RelationshipUpdate one = update(Format.QUADS, quad(DAY, "Iran", "Consult", "Pakistan"));

    RelationshipUpdate next =
        update(Format.QUADS, quad("2018-10-30", "Iran", "Consult", "Pakistan"));

    assertThat(next.uri()).isNotEqualTo(one.uri());
  }
}
