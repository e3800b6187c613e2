package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows every link of every desk in a browser; axe-core finds nothing that keeps anybody out. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class EveryPageAccessibilityTest {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-[\\p{XDigit}-]{27}");

    private static final String AXE = """
            async () => {
              const result = await axe.run(document, {resultTypes: ['violations']});
              return result.violations.flatMap(violation => violation.nodes.map(node => violation.impact + ' ' + violation.id
                + ' ' + node.target.join(' ') + ' ' + ([...node.any, ...node.all, ...node.none][0]?.message ?? '')));
            }
            """;

    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))";

    /** A folder for a picture of each page, if it is set. */
    private static final String PICTURES = "balagh.pictures";

    @BeforeEach
    void ordinaryAnswers() {
        FakeSuite.services().reset();
        FakeSuite.services().answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        FakeSuite.services()
                .answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
    }

    @ParameterizedTest
    @CsvSource({"ar, LIGHT", "fr, LIGHT", "en, DARK"})
    void keepsNobodyOut(String code, ColorScheme colors) {
        // Given
        var faults = new TreeMap<String, Set<String>>();

        // When
        try (Chromium chromium = Chromium.start()) {
            EveryPageLanguageTest.DESKS.forEach((role, desks) -> {
                Page page = chromium.pageOf(role);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
                page.addInitScript(axe());
                walk(page, desks, code, faults);
                page.context().close();
            });
        }

        // Then
        assertThat(faults).isEmpty();
    }

    @SuppressWarnings("unchecked") // What the scripts return.
    private void walk(Page page, List<String> desks, String code, Map<String, Set<String>> faults) {
        Queue<String> ahead = new ArrayDeque<>(desks);
        Set<String> known = new TreeSet<>();
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (known.add(ID.matcher(path).replaceAll("{id}").replaceAll("[?].*", ""))) {
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + code);
                picture(page, path, code);
                List<String> violations = (List<String>) page.evaluate(AXE);
                if (!violations.isEmpty()) {
                    faults.computeIfAbsent(path, any -> new TreeSet<>()).addAll(violations);
                }
                ((List<String>) page.evaluate(LINKS))
                        .stream()
                                .filter(link -> !EveryPageLanguageTest.NO_PAGE
                                        .matcher(link)
                                        .matches())
                                .forEach(ahead::add);
            }
        }
    }

    private static void picture(Page page, String path, String code) {
        String folder = System.getProperty(PICTURES);
        if (folder != null) {
            for (int width : List.of(390, 1280)) {
                page.setViewportSize(width, 900);
                String name =
                        path.replaceAll("[?].*", "").replaceAll("[^a-z]+", "-") + "-" + code + "-" + width + ".png";
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name)));
            }
        }
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(EveryPageAccessibilityTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
