package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of many columns fit into narrow windows, and on a phone each cell has a label. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class BroadListLayoutTest {

    private static final int HEIGHT = 900;

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/communiques,fr",
        "/communiques,en",
        "/communiques,ar",
        "/clocks,fr",
        "/clocks,en",
        "/clocks,ar",
        "/clocks/stages,fr",
        "/patrol-plans,fr",
        "/patrol-plans,en",
        "/audit,fr",
        "/audit,en",
        "/audit,ar"
    })
    void fitIntoNarrowWindows(String path, String language) {
        for (int width : new int[] {390, 768, 1024}) {
            Page page = open(path, language, width);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s %s %d", path, language, width)
                    .isEqualTo(true);
            assertThat(page.evaluate("() => { const table = document.querySelector('.broad');"
                            + " return table.scrollWidth <= table.clientWidth; }"))
                    .as("%s %s %d: the table", path, language, width)
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/communiques,fr,Rédigé par,Approuvé par",
        "/communiques,en,Written by,Approved by",
        "/communiques,ar,كتبه,وافق عليه",
        "/patrol-plans,fr,Établi par,Adaptations",
        "/patrol-plans,en,Made by,Times adapted",
        "/patrol-plans,ar,أعدّها,مرات التعديل",
        "/audit,fr,Qui,Motif",
        "/audit,en,Who,Purpose",
        "/audit,ar,من,السبب"
    })
    void sayOnPhonesWhoDidWhat(String path, String language, String first, String second) {
        // When
        Page page = open(path, language, 390);

        // Then
        for (String label : new String[] {first, second}) {
            assertThat(page.locator("tbody .cell-label:text-is('" + label + "')")
                            .first())
                    .isVisible();
        }
    }

    private static Page open(String path, String language, int width) {
        Page page = chromium.pageOf(path.equals("/audit") ? "auditor" : "commander");
        page.setViewportSize(width, HEIGHT);
        page.navigate(path + "?lang=" + language);
        page.evaluate("() => document.fonts.ready");
        return page;
    }
}
