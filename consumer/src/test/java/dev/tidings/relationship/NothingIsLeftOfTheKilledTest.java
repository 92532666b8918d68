package dev.tidings.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.relationship.news.NewsDesk;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Contribution;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random histories in which each update can be told by its text. */
class NothingIsLeftOfTheKilledTest {

  private static final int HISTORIES = 400;

  @Test
  void inTheSummaryButTheAccountOfIt() {
    RandomHistories random = new RandomHistories(1_971);
    List<String> left = new ArrayList<>();

    for (int i = 0; i < HISTORIES; i++) {
      List<RelationshipUpdate> history = marked(random.next(4, 14));
      Summary summary = Histories.state(history).summary(random.day(), random.instantIn(history));
      left.addAll(leftOver(summary));
    }

    assertThat(left).isEmpty();
  }

  @Test
  void inTheNotificationThatKillsItAndThoseBesideIt() {
    RandomHistories random = new RandomHistories(1_999);
    List<String> left = new ArrayList<>();
    int kills = 0;

    for (int i = 0; i < HISTORIES; i++) {
      NewsDesk desk = new NewsDesk();
      for (RelationshipUpdate update : marked(random.next(4, 14))) {
        List<Notification> told = desk.publish(update);
        for (Notification notification : told) {
          if (notification.reason() == Reason.KILL || notification.reason() == Reason.WITHHELD) {
            kills++;
            if (NewsDesk.json(told).contains(mark(notification.update().uri()))) {
              left.add(NewsDesk.json(told));
            }
          }
        }
      }
    }

    assertThat(left).isEmpty();
    assertThat(kills).isGreaterThan(HISTORIES / 2);
  }

  @Test
  void andEachNotificationHasAnIdOfItsOwn() {
    RandomHistories random = new RandomHistories(1_947);
    List<String> repeated = new ArrayList<>();

    for (int i = 0; i < HISTORIES; i++) {
      NewsDesk desk = new NewsDesk();
      Map<String, Notification> told = new HashMap<>();
      for (RelationshipUpdate update : random.next(4, 14)) {
        for (Notification notification : desk.publish(update)) {
          Notification earlier = told.put(notification.id(), notification);
          if (earlier != null) {
            repeated.add(earlier + "\n  " + notification);
          }
        }
      }
    }

    assertThat(repeated).isEmpty();
  }

  private static List<String> leftOver(Summary summary) {
    Set<String> killed = new HashSet<>(summary.withdrawn().stream().map(Withdrawal::uri).toList());
    String json = Histories.json(summary);
    int from = json.indexOf(",\"withdrawn\":[");
    int to = json.indexOf("]", from);
    String rest = json.substring(0, from) + json.substring(to);
    return killed.stream()
        .filter(uri -> rest.contains('"' + uri + '"') || json.contains(mark(uri)))
        .map(uri -> uri + " in " + json)
        .toList();
  }

  static List<RelationshipUpdate> marked(List<RelationshipUpdate> history) {
    return history.stream().map(NothingIsLeftOfTheKilledTest::marked).toList();
  }

  private static RelationshipUpdate marked(RelationshipUpdate update) {
    String mark = mark(update.uri());
    Contribution thread = update.thread();
    return update.toBuilder()
        .headline(mark + " " + update.headline())
        .body(mark)
        .thread(
            thread == null || thread.terms() == null
                ? thread
                : new Contribution(
                    thread.id(), thread.effect(), mark + " " + thread.terms(), thread.until()))
        .build();
  }

  static String mark(String uri) {
    return "text of update " + uri.substring("test:".length()) + ";";
  }
}
