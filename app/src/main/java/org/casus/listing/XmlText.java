package org.casus.listing;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML from strangers: decoded, and looked through before anything is built of it. Documents that define types or entities are
 * refused, since a few lines of those can grow without end or read files, and so is what nests too deeply.
 *
 * @param text without its XML declaration
 * @param root the name of the outermost element, without prefix
 * @param base what links are relative to (xml:base of the outermost element), or null
 */
record XmlText(String text, String root, @Nullable String base) {
    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final int MOST_ATTRIBUTES = 200;
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\b[^>]*\\?>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern NOT_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    static XmlText of(String decoded) throws FeedFormatException {
        String text = NOT_XML.matcher(decoded).replaceAll(" ");
        return checked(DECLARATION.matcher(text).replaceFirst("").strip());
    }

    /**
     * What bytes say, by all that tells their character set.
     *
     * @param declared the character set that the server named, or null
     */
    static String decoded(byte[] bytes, @Nullable Charset declared) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, '<', 0)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0, '<')) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            // what is well-formed UTF-8 is UTF-8, whatever server and declaration say: both are often left as they were
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, named(bytes, declared));
        }
    }

    private static Charset named(byte[] bytes, @Nullable Charset declared) {
        String head = new String(Arrays.copyOf(bytes, Math.min(bytes.length, 200)), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(head);
        try {
            if (encoding.find()) {
                return Charset.forName(encoding.group(1));
            }
        } catch (IllegalArgumentException unknown) {
            // the next best guess
        }
        return declared == null ? Charset.forName("windows-1252") : declared;
    }

    private static boolean starts(byte[] bytes, int... beginning) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static XmlText checked(String text) throws FeedFormatException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        String root = "";
        String base = null;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            int elements = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new FeedFormatException("defines a document type or entities, which is not read");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (root.isEmpty()) {
                            root = xml.getLocalName();
                            base = xml.getAttributeValue(XMLConstants.XML_NS_URI, "base");
                        }
                        if (++depth > DEEPEST) {
                            throw new FeedFormatException("is nested deeper than " + DEEPEST);
                        }
                        if (++elements > MOST_ELEMENTS || xml.getAttributeCount() > MOST_ATTRIBUTES) {
                            throw new FeedFormatException("has more elements or attributes than any feed");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new FeedFormatException("is broken XML (line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNumber()) + ")");
        }
        return new XmlText(text, root, base);
    }
}
