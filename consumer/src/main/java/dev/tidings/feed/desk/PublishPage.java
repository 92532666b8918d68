package dev.tidings.feed.desk;

import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.party.Party;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.UpdateId;
import io.javalin.http.Context;
import java.text.Collator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /publish}: a form for an update, for a correction ({@code correct=URI}) or for a kill
 * ({@code kill=URI}). Who may use it is for the gateway to say.
 */
final class PublishPage {

  private final Html html;
  private final Site site;

  PublishPage(Html html, Site site) {
    this.html = html;
    this.site = site;
  }

  void show(Context request) {
    if (!site.takesUpdates()) {
      throw Refusal.notFound(
          "nothing can be published here; expected a feed that knows a gateway (--gateway)");
    }
    Parameters asked = Filled.parameters(request);
    String correct = asked.one("correct", PublishPage::uri);
    String kill = asked.one("kill", PublishPage::uri);
    Party actor = asked.one("actor", Party::new);
    Party counterpart = asked.one("counterpart", Party::new);
    if (correct != null && kill != null) {
      asked.problem("kill", "both correct and kill; expected one of them");
    }
    Reader reader = Reader.of(request, asked);
    asked.check();
    Map<String, Object> values = new HashMap<>();
    values.put("page", page(reader));
    values.put("parties", parties(reader));
    values.put("correct", correct);
    values.put("kill", kill);
    values.put("actor", code(actor));
    values.put("counterpart", code(counterpart));
    html.answer(request, "publish", values);
  }

  private Page page(Reader reader) {
    return new Page(site, reader, reader.texts().of("publish.title"), "publish", "publish", null);
  }

  /** In the order of their names. */
  private static List<Party> parties(Reader reader) {
    Collator order = Collator.getInstance(reader.language());
    return Party.all().stream()
        .sorted((one, other) -> order.compare(reader.name(one), reader.name(other)))
        .toList();
  }

  /** The modes of a kind, in the order of the table. */
  static List<Mode> modes(Kind kind) {
    return Arrays.stream(Mode.values()).filter(mode -> mode.kind() == kind).toList();
  }

  private static String uri(String text) {
    return new UpdateId(text, 1).uri();
  }

  private static String code(@Nullable Party party) {
    return party == null ? "" : party.code();
  }
}
