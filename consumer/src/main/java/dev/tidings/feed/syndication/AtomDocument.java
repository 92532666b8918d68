package dev.tidings.feed.syndication;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Atom 1.0 (RFC 4287), with what was withdrawn as deleted entries (RFC 6721). */
final class AtomDocument {

  static final String CONTENT_TYPE = "application/atom+xml;charset=utf-8";

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

  private final Links links;

  AtomDocument(Links links) {
    this.links = links;
  }

  byte[] write(Channel channel, List<Entry> entries) {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(channel.id());
    feed.setTitle(channel.title());
    feed.setAuthors(List.of(author()));
    feed.setGenerator(generator());
    feed.setOtherLinks(List.of(link("self", CONTENT_TYPE, channel.atomPath())));
    feed.setAlternateLinks(List.of(link("alternate", JsonFeed.CONTENT_TYPE, channel.jsonPath())));
    feed.setEntries(entries.stream().filter(e -> !e.isWithdrawn()).map(this::entry).toList());
    List<Element> markup = new ArrayList<>(List.of(date("updated", channel.updated())));
    entries.stream().filter(Entry::isWithdrawn).map(AtomDocument::deleted).forEach(markup::add);
    feed.setForeignMarkup(markup);
    try {
      // As it is: Rome's own two ways of writing make one blank of several.
      return new XMLOutputter(Format.getRawFormat())
          .outputString(new WireFeedOutput().outputJDom(feed))
          .getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed that can be written", e);
    }
  }

  private com.rometools.rome.feed.atom.Entry entry(Entry entry) {
    com.rometools.rome.feed.atom.Entry written = new com.rometools.rome.feed.atom.Entry();
    written.setId(entry.id());
    written.setTitleEx(text(entry.title()));
    written.setSummary(text(entry.summary()));
    written.setCategories(entry.categories().stream().map(AtomDocument::category).toList());
    written.setAlternateLinks(
        List.of(link("alternate", "text/html", Links.update(entry.shown().update().uri()))));
    // And no other link: some readers open the last there is.
    written.setForeignMarkup(
        List.of(date("updated", entry.updated()), date("published", entry.published())));
    return written;
  }

  private static Element deleted(Entry entry) {
    return new Element("deleted-entry", TOMBSTONES)
        .setAttribute("ref", entry.id())
        .setAttribute("when", entry.updated().toString())
        .addContent(new Element("comment", TOMBSTONES).setText(entry.title()));
  }

  /** Rome writes dates without parts of a second, and before 1582 in another calendar. */
  private static Element date(String name, Instant instant) {
    return new Element(name, ATOM).setText(instant.toString());
  }

  private static Content text(String text) {
    Content content = new Content();
    content.setType(Content.TEXT);
    content.setValue(text);
    return content;
  }

  private static Category category(Entry.Category category) {
    Category written = new Category();
    written.setScheme(Tag.ofVocabulary(category.vocabulary()));
    written.setTerm(category.term());
    written.setLabel(category.label());
    return written;
  }

  private Link link(String rel, String type, String path) {
    Link link = new Link();
    link.setRel(rel);
    link.setType(type.replaceAll(";.*", ""));
    link.setHref(links.of(path));
    return link;
  }

  private static Person author() {
    Person person = new Person();
    person.setName(Channel.NAME);
    return person;
  }

  private static Generator generator() {
    Generator generator = new Generator();
    generator.setValue(Channel.NAME);
    return generator;
  }
}
