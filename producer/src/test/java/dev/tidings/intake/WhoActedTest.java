package dev.tidings.intake;

import static dev.tidings.intake.Lines.gdelt;
import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.KnownSector;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Sector;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which capacity the two sides of a coded row act, and how its headline names them. */
class WhoActedTest {

  private static final String DAY = "2018-10-31";
  private static final int SOURCE_TYPE = 12;
  private static final int SOURCE_SECTORS = 3;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Iran                                    | IRN | ",
        "Government_(Iran)                       | IRN | ",
        "Head_of_Government_(Iran)               | IRN | ",
        "Foreign_Affairs_(Iran)                  | IRN | ",
        "FOREIGN_AFFAIRS_(IRAN)                  | IRN | ",
        "Military_(Iran)                         | IRN | MIL",
        "Police_(Spain)                          | ESP | COP",
        "Citizen_(Holy_See_(Vatican_City_State)) | VAT | CVL",
        "Children_(Syria)                        | SYR | CVL",
        "Senate_(United_States)                  | USA | LEG",
        "Armed_Rebel_(Syria)                     | SYR | REB",
        "Nobody_Has_Heard_Of_It_(Iran)           | IRN | UNK",
        "UN_Security_Council                     | UNO | ",
        "Financial_Action_Task_Force_on_Money_Laundering | FATF | ",
        "Department_of_State                     | USA | ",
        "Mainland_Affairs_Council                | TWN | ",
        "Verkhovna_Rada                          | UKR | LEG",
        "Rajya_Sabha                             | IND | LEG",
        "Israeli_Defense_Forces                  | ISR | MIL",
        "Chief_of_Staff_(Israeli_Defense_Forces) | ISR | MIL",
      })
  void ofAQuadIsInTheName(String name, String party, @Nullable String sector) {
    RelationshipUpdate update = update(Format.QUADS, quad(DAY, name, "Threaten", "Brazil"));

    assertThat(update.actor()).isEqualTo(new Party(party));
    assertThat(code(update.actorSector())).isEqualTo(sector);
    assertThat(update.counterpartSector()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Police (Spain)    | Government,Police                                | COP",
        "Donald Trump      | Government,Executive Office,Executive             | ",
        "Aso Taro          | Elite,Government,Legislative / Parliamentary,Executive | ",
        "John Howard       | Elite,Parties,Opposition Major Party (Out Of Government) | OPP",
        "Kim Yong-chol     | Government                                       | ",
        "Somebody (Spain)  | General Population / Civilian / Social,Social    | CVL",
        "Michelle O'Neill  | NA                                               | UNK",
        "Spain             | NA                                               | ",
        "A general         | military,government                              | MIL",
      })
  void ofIcewsIsInTheNameElseInTheSectors(String name, String sectors, @Nullable String sector) {
    String[] cells =
        icews(DAY, name, "Spain", "130", "Threaten", "Brazil", "Brazil").split("\t", -1);
    cells[SOURCE_SECTORS] = sectors;

    RelationshipUpdate update = update(Format.ICEWS, String.join("\t", cells));

    assertThat(code(update.actorSector())).isEqualTo(sector);
  }

  @ParameterizedTest
  @CsvSource({
    "'',  '',  '',  ",
    "GOV, '',  '',  ",
    "COP, '',  '',  COP",
    "MED, '',  '',  JRN",
    "HLH, '',  '',  MED",
    "SEP, '',  '',  REB",
    "MOD, BUS, '',  BUS",
    "XXX, '',  '',  UNK",
  })
  void ofGdeltIsTheFirstTypeThatIsKnown(
      String first, String second, String third, @Nullable String sector) {
    String[] cells =
        gdelt("20180101", "IRN", "130", "PAK", "20180101", "https://x.example/a").split("\t", -1);
    cells[SOURCE_TYPE] = first;
    cells[SOURCE_TYPE + 1] = second;
    cells[SOURCE_TYPE + 2] = third;

    RelationshipUpdate update = update(Format.GDELT, String.join("\t", cells));

    assertThat(code(update.actorSector())).isEqualTo(sector);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Police_(Spain)", "Verkhovna_Rada", "Citizen_(Iran)", "Department_of_State"})
  void isTheSameInAQuadAndInARawFile(String name) {
    RelationshipUpdate quad = update(Format.QUADS, quad(DAY, name, "Threaten", "Brazil"));
    String spaced = name.replace('_', ' ');

    RelationshipUpdate raw =
        update(Format.ICEWS, icews(DAY, spaced, "NA", "130", "Threaten", "Brazil", "Brazil"));

    assertThat(raw).isEqualTo(quad);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Women_(Ireland)    | Physically_assault | Citizen_(Australia) | Violence from people of Ireland against people of Australia",
        "Police_(Spain)     | Accuse             | Men_(Portugal)      | Police of Spain accuse or investigate people of Portugal",
        "Children_(Syria)   | Make_a_visit       | Lebanon             | People of Syria visit Lebanon",
        "Military_(Russia)  | Make_a_visit       | Syria               | Representatives of the armed forces of Russia visit Syria",
        "Lawmaker_(Japan)   | Make_a_visit       | Taiwan              | Lawmakers of Japan visit Taiwan",
        "Lebanon            | Host_a_visit       | Children_(Syria)    | People of Syria visit Lebanon",
        "Business_(China)   | Consult            | Australia           | Australia and businesses of China hold consultations",
        "Representatives_(Ecuador) | Consult     | Peru                | Peru and lawmakers of Ecuador hold consultations",
        "Refugee_(Syria)    | Reduce_or_stop_humanitarian_assistance | Turkey | Aid or talks between Turkey and refugees of Syria are reduced or halted",
        "Nobody_(Iran)      | Threaten           | Brazil              | Unspecified people or groups of Iran threaten or put pressure on Brazil",
        "Ministry_(Iran)    | Threaten           | Military_(Brazil)   | Iran threatens or puts pressure on the armed forces of Brazil",
      })
  void isToldInTheHeadline(String source, String relation, String target, String headline) {
    assertThat(update(Format.QUADS, quad(DAY, source, relation, target)).headline())
        .isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Police_(Spain)    | Arrest,_detain,_or_charge_with_legal_action | Men_(Portugal)   | ARREST      | Police of Spain arrest, detain or prosecute people of Portugal",
        "Germany           | expel_or_deport_individuals       | Russia           | EXPELLED    | Germany expels people of Russia, or withdraws its own",
        "Netherlands       | expel_or_deport_individuals       | Intelligence_(Russia) | EXPELLED | The Netherlands expels members of the intelligence services of Russia, or withdraws its own",
        "Iran              | Arrest,_detain,_or_charge_with_legal_action | Business_(Turkey) | ARREST | Iran arrests, detains or prosecutes people from businesses of Turkey",
        "Iran              | Reduce_or_break_diplomatic_relations | Canada         | RECALLED    | Iran reduces its relations with Canada",
        "Business_(Iran)   | Reduce_or_break_diplomatic_relations | Canada         | REJECTION   | Businesses of Iran reject a proposal or position of Canada",
        "Germany           | expel_or_deport_individuals       | Immigrants_(Syria) | DEPORTATION | Germany expels or deports people of Syria",
        "Turkey            | Reduce_relations                  | Israel           | RECALLED    | Turkey reduces its relations with Israel",
        "UN_Security_Council | Impose_administrative_sanctions | North_Korea      | IMPOSED     | The United Nations imposes an embargo, boycott or sanctions on North Korea",
        "Iran              | Protest_violently,_riot           | Iraq             | PROTEST     | Protest from people of Iran against Iraq",
        "Student_(Iran)    | Demonstrate_or_rally              | Iraq             | PROTEST     | Protest from academics or students of Iran against Iraq",
        "China             | Grant_diplomatic_recognition      | South_Korea      | SOLIDARITY  | China expresses sympathy or support for South Korea",
        "United_States     | Employ_aerial_weapons             | Armed_Rebel_(Syria) | STRIKE   | The United States uses aerial weapons against rebels of Syria",
      })
  void decidesWhatACodeMeans(
      String source, String relation, String target, Mode mode, String headline) {
    RelationshipUpdate update = update(Format.QUADS, quad(DAY, source, relation, target));

    assertThat(update.mode()).isEqualTo(mode);
    assertThat(update.headline()).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource({
    "Iran, Decline_comment, Iraq",
    "'North_Korea', 'Defy_norms,_law', 'United_Nations'",
    "Government_(Iran), Impose_administrative_sanctions, Citizen_(Iraq)",
  })
  void leavesNothingToTellOfSomeCodes(String source, String relation, String target) {
    assertThat(Lines.outcome(Format.QUADS, quad(DAY, source, relation, target)))
        .isEqualTo(Outcome.LeftOut.NO_MEANING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Express_intent_to_meet_or_negotiate",
        "Express_intent_to_engage_in_diplomatic_cooperation_(such_as_policy_support)",
        "Engage_in_negotiation",
        "Provide_military_aid",
        "Reduce_or_stop_material_aid",
      })
  void doesNotMatterWhereTheLineHasNoDirection(String relation) {
    RelationshipUpdate one = update(Format.QUADS, quad(DAY, "Iran", relation, "Iraq"));

    RelationshipUpdate other = update(Format.QUADS, quad(DAY, "Iraq", relation, "Iran"));

    assertThat(other).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bundesrat",
        "Central_Military_Commission",
        "Department_of_Foreign_Affairs_and_Trade",
        "Independent_National_Electoral_Commission",
        "National_Security_Agency",
      })
  void isNobodyWhereOrgansOfSeveralStatesHaveTheName(String name) {
    assertThat(Lines.outcome(Format.QUADS, quad(DAY, name, "Threaten", "Brazil")))
        .isEqualTo(Outcome.LeftOut.NO_PARTY);
  }

  @Test
  void makesAnotherEventOfTheSameDeed() {
    RelationshipUpdate state = update(Format.QUADS, quad(DAY, "Iran", "Threaten", "Brazil"));
    RelationshipUpdate police =
        update(Format.QUADS, quad(DAY, "Police_(Iran)", "Threaten", "Brazil"));
    RelationshipUpdate ministry =
        update(Format.QUADS, quad(DAY, "Ministry_(Iran)", "Threaten", "Brazil"));

    assertThat(police.uri()).isNotEqualTo(state.uri());
    assertThat(ministry).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sector-names.tsv", "organs.tsv", "icews-sectors.tsv", "gdelt-sectors.tsv"})
  void isInATableThatHasEachNameOnceAndSectorsThatThereAre(String table) {
    Set<String> names = new HashSet<>();

    assertThat(Tables.rows(table))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(names.add(row[0])).as(row[0]).isTrue();
              assertThat(KnownSector.valueOf(row[row.length - 1])).isNotEqualTo(KnownSector.UNK);
            });
  }

  private static @Nullable String code(@Nullable Sector sector) {
    return sector == null ? null : sector.code();
  }
}
