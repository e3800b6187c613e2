package ma.balagh.portal.command;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import ma.balagh.pdf.PagedPdfWriter;
import ma.balagh.pdf.PdfFrame;
import ma.balagh.pdf.PdfPageWriter;
import ma.balagh.pdf.PdfPageWriter.Fact;
import ma.balagh.pdf.PdfPageWriter.Value;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Writes what the template {@code command-desk-sheet} says as a PDF. The template is XML, so that paper has the words and
 * figures of the page: {@code title}, {@code h1} to {@code h3}, {@code p}, {@code small}, {@code dl} of {@code dt} and
 * {@code dd}, and {@code table} of {@code tr}. What has {@code dir="ltr"} is read from left to right in every language,
 * and what stands in {@code bdi} turns nothing around it.
 */
final class DeskPdfWriter {

    /** What the template puts in the place of the number of a page, and of how many there are. */
    static final String PAGE = "{page}";

    static final String PAGES = "{pages}";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Arabic marks above and below letters: the library draws them beside these, and Arabic is read without them. */
    private static final Pattern VOWEL_MARKS = Pattern.compile("[\\u064B-\\u0652\\u0670]");

    /** What XML 1.0 cannot say: a title comes from anywhere. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private final Element sheet;
    private final String language;
    private final String reference;

    /**
     * @param language its code
     * @param reference stands at the foot of each page
     */
    DeskPdfWriter(String xml, String language, String reference) {
        this.sheet = parsed(NO_XML.matcher(xml).replaceAll("\uFFFD"));
        this.language = language;
        this.reference = reference;
    }

    private static Element parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the sheet is no XML", e);
        }
    }

    byte[] pdf() {
        var numbers = text(only("page-number"));
        var frame = new PdfFrame(
                text(only("title")),
                language,
                List.of(reference),
                (page, pages) -> numbers.replace(PAGE, Integer.toString(page)).replace(PAGES, Integer.toString(pages)));
        return PagedPdfWriter.write(frame, page -> children(sheet).forEach(part -> write(part, page)));
    }

    private Element only(String name) {
        return children(sheet)
                .filter(part -> part.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the sheet has no " + name));
    }

    private static void write(Element part, PdfPageWriter page) {
        switch (part.getTagName()) {
            case "title", "page-number" -> {}
            case "h1" -> page.title(text(part));
            case "h2" -> page.heading(text(part));
            case "h3" -> page.subheading(text(part));
            case "p" -> page.text(text(part));
            case "small" -> page.small(text(part));
            case "dl" -> page.facts(facts(part));
            case "table" -> table(part, page);
            default -> throw new IllegalStateException("nobody knows how to print " + part.getTagName());
        }
    }

    private static List<Fact> facts(Element list) {
        var parts = children(list).toList();
        return IntStream.iterate(0, i -> i + 1 < parts.size(), i -> i + 2)
                .mapToObj(i -> new Fact(text(parts.get(i)), value(parts.get(i + 1))))
                .toList();
    }

    /** The first row has the names of the columns; without another one there is no table. */
    private static void table(Element table, PdfPageWriter page) {
        var rows = children(table).toList();
        if (rows.size() > 1) {
            var names = children(rows.getFirst()).map(DeskPdfWriter::text).toList();
            var lines = new ArrayList<List<Value>>();
            for (Element row : rows.subList(1, rows.size())) {
                lines.add(children(row).map(DeskPdfWriter::value).toList());
            }
            page.rows(widths(table, names.size()), names, lines);
        }
    }

    private static float[] widths(Element table, int columns) {
        var stated = Stream.of(table.getAttribute("widths").split(" "))
                .filter(width -> !width.isEmpty())
                .toList();
        var widths = new float[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = i < stated.size() ? Float.parseFloat(stated.get(i)) : 1;
        }
        return widths;
    }

    private static Value value(Element part) {
        return part.getAttribute("dir").equals("ltr") ? new Value.Code(text(part)) : new Value.Words(text(part));
    }

    private static String text(Node part) {
        String all = nodes(part.getChildNodes())
                .map(node -> node instanceof Element inner ? innerText(inner) : String.valueOf(node.getNodeValue()))
                .collect(Collectors.joining());
        return BLANKS.matcher(VOWEL_MARKS.matcher(all).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static String innerText(Element part) {
        return part.getTagName().equals("bdi") ? ISOLATE + text(part) + END_OF_ISOLATE : text(part);
    }

    private static Stream<Element> children(Element part) {
        return nodes(part.getChildNodes()).filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
