package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.balagh.platform.test.PageLanguage;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows every link of every desk in every role, and looks for words of another language on each page. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class EveryPageLanguageTest {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-[\\p{XDigit}-]{27}");
    private static final List<String> ATTRIBUTES = List.of("title", "placeholder", "aria-label", "alt");

    /** What the laboratory says in the reader's language; our fake of it knows one. */
    private static final String FAKED = ", .finding, .why";

    /** What leads to no page, or out of the walk. */
    static final Pattern NO_PAGE = Pattern.compile(".*/content.*|.*\\blang=.*|/logout.*|/static/.*");

    static final Map<String, List<String>> DESKS = Map.of(
            Roles.FIELD_UNIT, List.of("/assignment"),
            Roles.DISPATCHER, List.of("/incidents", "/incidents?state="),
            Roles.ANALYST, List.of("/dossiers", "/reports", "/known-footage", "/examinations/" + Ids.EXAMINATION),
            Roles.JUDICIAL_OFFICER, List.of("/dossiers", "/incidents"),
            Roles.INTERNAL_AFFAIRS, List.of("/inquiries"),
            Roles.INTAKE_OFFICER,
                    List.of("/intake", "/reports", "/sources", "/items", "/missing-media", "/ageing", "/answer-texts"),
            Roles.COMMANDER, List.of("/clocks", "/dossiers", "/ageing"),
            Roles.AUDITOR, List.of("/clocks", "/answer-texts"));

    @BeforeEach
    void ordinaryAnswers() {
        FakeSuite.services().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void saysNothingInAnotherLanguage(String code) {
        // Given
        var language = new PageLanguage(code, Path.of(".."));
        var foreign = new TreeMap<String, Set<String>>();
        var seen = new TreeSet<String>();

        FakeSuite.services().answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        FakeSuite.services()
                .answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-assigned.json"));

        // When
        DESKS.forEach((role, desks) -> {
            Browser browser = Browser.of("somebody", role);
            Queue<String> ahead = new ArrayDeque<>(desks);
            Set<String> known = new TreeSet<>();
            while (!ahead.isEmpty()) {
                String path = ahead.remove();
                if (known.add(ID.matcher(path).replaceAll("{id}").replaceAll("(cursor|pass)=[^&]*", ""))) {
                    Response answer = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + code);
                    Document page = Jsoup.parse(answer.asString());
                    page.select("form.purpose")
                            .forEach(form -> page.body()
                                    .append(browser.submit(
                                                    path,
                                                    form.attr("action")
                                                            + (form.attr("action")
                                                                            .contains("?")
                                                                    ? "&"
                                                                    : "?") + "lang=" + code,
                                                    Map.of("purpose", "Pour le voir"))
                                            .asString()));
                    Set<String> words = new TreeSet<>();
                    texts(page, code).forEach(text -> words.addAll(language.foreignWords(text)));
                    String name = ID.matcher(path).replaceAll("{id}").replaceAll("\\?.*", "");
                    if (answer.statusCode() == 200) {
                        seen.add(name);
                    }
                    if (!words.isEmpty()) {
                        foreign.computeIfAbsent(name, any -> new TreeSet<>()).addAll(words);
                    }
                    page.select("a[href^=/]").stream()
                            .map(link -> link.attr("href"))
                            .filter(link -> !NO_PAGE.matcher(link).matches())
                            .forEach(ahead::add);
                }
            }
        });

        // Then
        assertThat(foreign).isEmpty();
        assertThat(seen)
                .contains(
                        "/assignment",
                        "/incidents",
                        "/incidents/{id}",
                        "/dossiers",
                        "/dossiers/{id}",
                        "/reports",
                        "/reports/{id}",
                        "/reports/new",
                        "/examinations/{id}",
                        "/evidence/{id}/custody",
                        "/known-footage",
                        "/known-footage/{id}",
                        "/inquiries",
                        "/intake",
                        "/sources",
                        "/sources/{id}",
                        "/items",
                        "/items/{id}",
                        "/missing-media",
                        "/missing-media/{id}",
                        "/ageing",
                        "/answer-texts",
                        "/clocks");
    }

    /** What the page says by itself. */
    private static List<String> texts(Document page, String code) {
        List<String> texts = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text
                            && text.parent() instanceof Element parent
                            && isOwn(parent, code)) {
                        texts.add(text.text());
                    } else if (node instanceof Element element && isOwn(element, code)) {
                        ATTRIBUTES.forEach(name -> texts.add(element.attr(name)));
                    }
                },
                page.body());
        return texts;
    }

    private static boolean isOwn(Element element, String code) {
        Element marked = element.closest("[lang]");
        return element.closest(PageLanguage.UNTRANSLATED + FAKED) == null
                && (marked == null || marked.attr("lang").equals(code));
    }
}
