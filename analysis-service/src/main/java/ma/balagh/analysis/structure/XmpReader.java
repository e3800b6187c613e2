package ma.balagh.analysis.structure;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ma.balagh.analysis.box.BoundedFileReader;
import org.jspecify.annotations.Nullable;

/**
 * What an XMP packet (ISO 16684-1) says of how a file came about: programs, times, and IPTC's digital source type.
 * Properties are told by their local names, whatever prefix they have. A packet that is cut off or damaged is read until
 * there; one with a document type is not read behind it, so that no entity is ever resolved.
 */
final class XmpReader {

    static final int LONGEST = BoundedFileReader.LARGEST;

    private static final int MOST_EVENTS = 100_000;
    private static final int MOST_ATTRIBUTES = 2_000;
    private static final int LONGEST_VALUE = 1_000;

    private static final String SOURCE_TYPE = "DigitalSourceType";

    private static final Map<String, String> PLACES = Map.of(
            "CreatorTool",
            "xmp.program",
            "softwareAgent",
            "xmp.program",
            "CreateDate",
            "xmp.created",
            "ModifyDate",
            "xmp.modified",
            SOURCE_TYPE,
            "xmp.source-type");

    /** Properties that speak of other files, and of what was done before: their times are not those of this one. */
    private static final Set<String> OF_OTHERS =
            Set.of("Pantry", "Ingredients", "DerivedFrom", "History", "ManagedFrom", "Versions");

    private static final Set<String> TIMES = Set.of("CreateDate", "ModifyDate");

    private final BiConsumer<String, String> traces;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String open;
    private int depth;
    /** Depth of what speaks of other files; 0 outside. */
    private int others;

    private XmpReader(BiConsumer<String, String> traces) {
        this.traces = traces;
    }

    static void read(ByteBuffer packet, BiConsumer<String, String> traces) {
        traces.accept("xmp", "present");
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        int start = 0;
        while (start < bytes.length && bytes[start] != '<') {
            start++;
        }
        var stream = new ByteArrayInputStream(bytes, start, bytes.length - start);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(stream);
            new XmpReader(traces).read(reader);
        } catch (XMLStreamException | RuntimeException damaged) {
            // What was read until there counts.
            traces.accept("xmp", "damaged");
        }
    }

    /** The Java machine's own, of which it is known that it keeps to these settings. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Programs that develop photos write each of their settings as one.
        factory.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing else is read");
        });
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        for (int k = 0; k < MOST_EVENTS && reader.hasNext(); k++) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> start(reader);
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    if (open != null && text.length() < LONGEST_VALUE) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> end();
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a packet has no document type");
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    private void start(XMLStreamReader reader) {
        depth++;
        String name = local(reader.getLocalName());
        if (others == 0 && OF_OTHERS.contains(name)) {
            others = depth;
        }
        for (int k = 0; k < reader.getAttributeCount(); k++) {
            String attribute = local(reader.getAttributeLocalName(k));
            tell(
                    attribute.equals("resource") && name.equals(SOURCE_TYPE) ? SOURCE_TYPE : attribute,
                    reader.getAttributeValue(k));
        }
        open = PLACES.containsKey(name) ? name : null;
        text.setLength(0);
    }

    private void end() {
        if (open != null) {
            tell(open, text.toString());
            open = null;
        }
        others = others == depth ? 0 : others;
        depth--;
    }

    private void tell(String property, String value) {
        String place = PLACES.get(property);
        if (place != null && (others == 0 || !TIMES.contains(property))) {
            traces.accept(place, property.equals(SOURCE_TYPE) ? value.substring(value.lastIndexOf('/') + 1) : value);
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
