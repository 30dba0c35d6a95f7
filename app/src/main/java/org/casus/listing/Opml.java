package org.casus.listing;

import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Lists of feeds as feed readers exchange them (OPML 2.0). */
public final class Opml {
    private Opml() {}

    /**
     * A feed in a list.
     *
     * @param address as it stands there
     * @param title or null
     */
    public record Outline(String address, @Nullable String title) {}

    /** All outlines that name a feed, however deep in folders. */
    public static List<Outline> read(byte[] bytes) throws FeedFormatException {
        XmlText xml = XmlText.of(XmlText.decoded(bytes, null));
        if (!xml.root().equalsIgnoreCase("opml")) {
            throw new FeedFormatException("is no OPML (its root is <" + xml.root() + ">)");
        }
        List<Outline> outlines = new ArrayList<>();
        try {
            XMLStreamReader reader =
                    XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml.text()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equalsIgnoreCase("outline")) {
                    String address = attribute(reader, "xmlUrl");
                    String title = attribute(reader, "title");
                    if (address != null) {
                        outlines.add(new Outline(address.strip(), title == null ? attribute(reader, "text") : title));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new FeedFormatException("is broken XML (" + e.getMessage() + ")");
        }
        return outlines;
    }

    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)
                    && !reader.getAttributeValue(i).isBlank()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Writes a list that {@link #read} and feed readers read. */
    public static void write(List<Outline> outlines, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeCharacters("\n  ");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Casus");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n  ");
            xml.writeStartElement("body");
            for (Outline outline : outlines) {
                xml.writeCharacters("\n    ");
                xml.writeEmptyElement("outline");
                xml.writeAttribute("type", "rss");
                xml.writeAttribute("text", outline.title() == null ? outline.address() : outline.title());
                if (outline.title() != null) {
                    xml.writeAttribute("title", outline.title());
                }
                xml.writeAttribute("xmlUrl", outline.address());
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a list of attributes is always XML", e);
        }
    }
}
