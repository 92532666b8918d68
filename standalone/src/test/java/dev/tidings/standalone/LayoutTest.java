package dev.tidings.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** Data flows down the folders; nothing imports upwards. */
@AnalyzeClasses(
    packages = "dev.tidings",
    importOptions = {DoNotIncludeTests.class, LayoutTest.NoJarOfTests.class})
class LayoutTest {

  static final class NoJarOfTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule DATA_FLOWS_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("party")
          .definedBy("dev.tidings.party")
          .layer("update")
          .definedBy("dev.tidings.update")
          .layer("summary")
          .definedBy("dev.tidings.summary")
          .layer("notification")
          .definedBy("dev.tidings.notification")
          .layer("wire")
          .definedBy("dev.tidings.wire")
          .layer("intake")
          .definedBy("dev.tidings.intake")
          .layer("publish")
          .definedBy("dev.tidings.publish")
          .layer("relationship")
          .definedBy("dev.tidings.relationship..")
          .layer("summarise")
          .definedBy("dev.tidings.summarise")
          .layer("http")
          .definedBy("dev.tidings.http")
          .layer("gateway")
          .definedBy("dev.tidings.gateway")
          .layer("feed")
          .definedBy("dev.tidings.feed")
          .layer("feed api")
          .definedBy("dev.tidings.feed.api")
          .layer("feed stream")
          .definedBy("dev.tidings.feed.stream")
          .layer("feed syndication")
          .definedBy("dev.tidings.feed.syndication")
          .layer("feed webhook")
          .definedBy("dev.tidings.feed.webhook")
          .layer("feed publishing")
          .definedBy("dev.tidings.feed.publishing")
          .layer("feed reference")
          .definedBy("dev.tidings.feed.reference")
          .layer("feed desk")
          .definedBy("dev.tidings.feed.desk")
          .layer("feed server")
          .definedBy("dev.tidings.feed.server")
          .layer("broker")
          .definedBy("dev.tidings.broker")
          .layer("settings")
          .definedBy("dev.tidings.settings")
          .layer("access")
          .definedBy("dev.tidings.access")
          .layer("command")
          .definedBy("dev.tidings.command")
          .layer("standalone")
          .definedBy("dev.tidings.standalone")
          .whereLayer("update")
          .mayOnlyAccessLayers("party")
          .whereLayer("party")
          .mayNotAccessAnyLayer()
          .whereLayer("summary")
          .mayOnlyAccessLayers("party", "update")
          .whereLayer("notification")
          .mayOnlyAccessLayers("party", "update")
          .whereLayer("wire")
          .mayOnlyAccessLayers("party", "update", "summary", "notification")
          .whereLayer("intake")
          .mayOnlyAccessLayers("party", "update", "wire")
          .whereLayer("publish")
          .mayOnlyAccessLayers("party", "update", "wire", "intake")
          .whereLayer("relationship")
          .mayOnlyAccessLayers("party", "update", "summary", "notification", "wire")
          .whereLayer("summarise")
          .mayOnlyAccessLayers("party", "update", "summary", "notification", "wire", "relationship")
          .whereLayer("http")
          .mayOnlyAccessLayers("party", "update", "wire")
          .whereLayer("gateway")
          .mayOnlyAccessLayers("party", "update", "wire", "http", "publish")
          .whereLayer("feed")
          .mayOnlyAccessLayers(
              "party", "update", "summary", "notification", "wire", "http", "relationship")
          .whereLayer("feed api")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed stream")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed syndication")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed webhook")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed publishing")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed publishing")
          .mayOnlyAccessLayers("update", "http")
          .whereLayer("feed reference")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed desk")
          .mayOnlyBeAccessedByLayers("feed server")
          .whereLayer("feed server")
          .mayOnlyBeAccessedByLayers("command", "standalone")
          .whereLayer("broker")
          .mayOnlyBeAccessedByLayers("standalone")
          .whereLayer("settings")
          .mayNotAccessAnyLayer()
          .whereLayer("access")
          .mayOnlyAccessLayers("update", "wire")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("standalone")
          .whereLayer("standalone")
          .mayNotBeAccessedByAnyLayer();

  /** In the order in which they stand on each other. */
  private static final List<String> ROOMS_OF_THE_FOLD =
      List.of(
          "index",
          "edition",
          "timeline",
          "claim",
          "thread",
          "climate",
          "words",
          "change",
          "view",
          "time",
          "news");

  @ArchTest
  static void noRoomOfTheFoldKnowsALaterOne(JavaClasses classes) {
    List<String> later = new ArrayList<>(List.of("dev.tidings.relationship"));
    for (int i = ROOMS_OF_THE_FOLD.size() - 1; i >= 0; i--) {
      String room = "dev.tidings.relationship." + ROOMS_OF_THE_FOLD.get(i);
      noClasses()
          .that()
          .resideInAPackage(room)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later.toArray(String[]::new))
          .check(classes);
      later.add(room);
    }
    classes()
        .that()
        .resideInAPackage("dev.tidings.relationship..")
        .should()
        .resideInAnyPackage(later.toArray(String[]::new))
        .check(classes);
  }

  @ArchTest
  static final ArchRule WHAT_THE_FOLD_COMPUTES_WITH_IS_ITS_OWN =
      classes()
          .that()
          .resideInAnyPackage(
              "dev.tidings.relationship.index",
              "dev.tidings.relationship.claim",
              "dev.tidings.relationship.thread",
              "dev.tidings.relationship.climate")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("dev.tidings.relationship..");

  @ArchTest
  static final ArchRule THE_WORDS_AND_THE_FOLD_KNOW_NO_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.tidings.party",
              "dev.tidings.update",
              "dev.tidings.summary",
              "dev.tidings.notification",
              "dev.tidings.intake",
              "dev.tidings.relationship..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_FOLD_CALLS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.tidings.relationship..", "dev.tidings.update", "dev.tidings.summary")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
