package ma.balagh.dispatch.communique;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Published communiqués as an Atom feed (RFC 4287) in one language. */
@ApplicationScoped
class CommuniqueFeedWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private record Words(String title, String corrected, String retracted) {}

    private static final Map<String, Words> WORDS = Map.of(
            "ar", new Words("بلاغات", "مصحح", "مسحوب"),
            "fr", new Words("Communiqués", "Rectifié", "Retiré"),
            "en", new Words("Communiqués", "Corrected", "Withdrawn"));

    private final CommuniqueConfig config;

    CommuniqueFeedWriter(CommuniqueConfig config) {
        this.config = config;
    }

    String write(List<Communique> published, Locale language, Instant now) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.getLanguage());
            writeHead(xml, published, language, now);
            for (var communique : published) {
                writeEntry(xml, communique, language, now);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed can be written", e);
        }
    }

    private void writeHead(XMLStreamWriter xml, List<Communique> published, Locale language, Instant now)
            throws XMLStreamException {
        String self = address("/public/communiques/feed.atom?lang=" + language.getLanguage());
        element(xml, "id", self);
        element(xml, "title", words(language).title() + " – " + config.publisher());
        element(
                xml,
                "updated",
                published.stream()
                        .map(communique -> communique.changedAt(now))
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.writeStartElement("author");
        element(xml, "name", config.publisher());
        xml.writeEndElement();
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", address("/public/communiques?lang=" + language.getLanguage()));
    }

    private void writeEntry(XMLStreamWriter xml, Communique communique, Locale language, Instant now)
            throws XMLStreamException {
        String text = communique.texts().in(language);
        String page = "/public/communiques/" + communique.id();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + communique.id());
        element(xml, "title", mark(communique, language, now) + CommuniqueTexts.headline(text));
        element(xml, "published", requireNonNull(communique.publishedAt()).toString());
        element(xml, "updated", communique.changedAt(now).toString());
        link(xml, "alternate", "text/html", address(page + "?lang=" + language.getLanguage()));
        if (communique.alert() != null) {
            link(xml, "enclosure", "application/cap+xml", address(page + ".cap"));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(CommuniqueTexts.body(text));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String mark(Communique communique, Locale language, Instant now) {
        return switch (communique.publicState(now)) {
            case PUBLISHED -> "";
            case CORRECTED -> "[" + words(language).corrected() + "] ";
            case RETRACTED -> "[" + words(language).retracted() + "] ";
        };
    }

    private static Words words(Locale language) {
        return requireNonNull(WORDS.get(language.getLanguage()));
    }

    private String address(String path) {
        return config.publicAddress().resolve(path).toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }
}
