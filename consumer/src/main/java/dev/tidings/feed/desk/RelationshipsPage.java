package dev.tidings.feed.desk;

import dev.tidings.feed.Heads;
import dev.tidings.http.Parameters;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /relationships}: all there are, by freshness or climate. */
final class RelationshipsPage {

  private final Html html;
  private final Site site;
  private final Heads heads;
  private final Trails trails;

  RelationshipsPage(Html html, Site site, Heads heads, Trails trails) {
    this.html = html;
    this.site = site;
    this.heads = heads;
    this.trails = trails;
  }

  void show(Context request) {
    Parameters asked = Filled.parameters(request);
    HeadList.Asked wanted = HeadList.Asked.of(asked);
    Reader reader = Reader.of(request, asked);
    asked.check();
    HeadList list = HeadList.of(heads.all(), wanted, null, trails);
    Page page =
        new Page(
            site, reader, reader.texts().of("relationships.title"), "relationships", "party", null);
    html.answer(request, "relationships", Map.of("page", page, "list", list));
  }
}
