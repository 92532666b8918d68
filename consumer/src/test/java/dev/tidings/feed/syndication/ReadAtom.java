package dev.tidings.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An Atom document as others read it: the grammar, the JDK's parser, and a news reader's. */
final class ReadAtom {

  private final String xml;
  private final Document document;

  ReadAtom(String xml) {
    this.xml = xml;
    this.document = parse(xml);
    assertThat(problems()).isEmpty();
  }

  /** The texts at a path in which {@code a:} is Atom's, {@code local-name()} anybody's. */
  List<String> texts(String xpath) {
    String anyNamespace =
        xpath.replaceAll("(?<=/|^)([a-z][a-z-]*)(?=/|\\[|$)", "*[local-name()='$1']");
    try {
      NodeList found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(anyNamespace, document, XPathConstants.NODESET);
      return IntStream.range(0, found.getLength())
          .mapToObj(i -> found.item(i).getTextContent())
          .toList();
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(xpath, e);
    }
  }

  String text(String xpath) {
    List<String> texts = texts(xpath);
    assertThat(texts).as(xpath + " in " + xml).hasSize(1);
    return texts.get(0);
  }

  /** What a news reader of others shows. */
  List<Item> items() {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return new RssReader().read(new ByteArrayInputStream(bytes)).toList();
  }

  /** What the grammar has against it. */
  private List<String> problems() {
    StringWriter problems = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(problems));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      String grammar =
          Objects.requireNonNull(ReadAtom.class.getResource("atom.rnc"), "atom.rnc").toString();
      assertThat(driver.loadSchema(new InputSource(grammar))).as("the grammar").isTrue();
      driver.validate(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException e) {
      throw new AssertionError(xml, e);
    }
    return problems.toString().lines().toList();
  }

  private static Document parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(xml, e);
    }
  }
}
