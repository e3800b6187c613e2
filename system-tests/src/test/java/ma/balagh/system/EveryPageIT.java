package ma.balagh.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page that the portal links to, of every role: accessible, in every language in that one alone, and each of its
 * forms says what is refused.
 */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
@Order(Integer.MAX_VALUE - 1)
final class EveryPageIT {

    private static final String PORTAL = SuiteUnderTest.PORTAL.toString();
    private static final List<String> PUBLIC = List.of(
            "/public/communiques", "/public/receipts", "/public/data", "/public/statistics", "/public/black-spots");
    private static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void isAccessibleAndInOneLanguage(Running suite) throws Exception {
        // Given
        var prepared = PreparedPages.in(suite);
        var repository = SuiteDirectories.repositoryAround(Path.of("").toAbsolutePath());
        var walk = new PageWalk(PORTAL);

        // When
        try (var browser = new PortalBrowser()) {
            for (var account : List.of(
                    "intake",
                    "analyst",
                    "officer",
                    "dispatcher",
                    "unit1",
                    "affairs",
                    "commander",
                    "auditor",
                    "protection")) {
                var page = browser.page();
                // Films take time, and have no words.
                page.route(Pattern.compile("/content"), Route::abort);
                PortalBrowser.signIn(page, account, "/");
                for (var code : LANGUAGES) {
                    var language = new PageLanguage(code, repository)
                            .besides(PreparedPages.REPORT, PreparedPages.PLACE, "Lavf");
                    walk.of(page, start(account, prepared), code, language);
                }
                page.context().close();
            }
            var everybody = browser.page();
            for (var code : LANGUAGES) {
                var language = new PageLanguage(code, repository);
                walk.of(everybody, PUBLIC, code, language);
                walk.sent(everybody, "/public/receipts", ".receipt-form", prepared.receipt(), code, language);
            }
            everybody.context().close();
        }

        // Then
        System.out.printf(
                "[pages] %d pages of %d kinds%n", walk.pages(), walk.kinds().size());
        System.out.printf("[pages] forms: %s%n", walk.forms());
        assertThat(walk.faults()).isEmpty();
        assertThat(walk.forms())
                .contains(
                        "/dossiers/{id}/urgency",
                        "/dossiers/{id}/verdict-proposals/{id}/decision",
                        "/examinations/{id}/redaction",
                        "/inquiries/{id}/closing",
                        "/items/terms/threshold",
                        "/known-footage",
                        "/missing-media/{id}/retry",
                        "/reports",
                        "/reports/{id}/media",
                        "/road-closures",
                        "/sources/{id}/switch");
        assertThat(walk.kinds())
                .contains(
                        "/ageing",
                        "/answer-times",
                        "/answer-texts",
                        "/answer-texts/{id}",
                        "/assignment",
                        "/audit",
                        "/black-spots",
                        "/clocks",
                        "/clocks/{id}",
                        "/command-desk",
                        "/clocks/stages",
                        "/communiques",
                        "/communiques/new",
                        "/communiques/{id}",
                        "/court-decisions/{id}",
                        "/dossiers",
                        "/dossiers/{id}",
                        "/dossiers/{id} opened",
                        "/escalation-policies",
                        "/escalation-policies/of",
                        "/exchange",
                        "/evidence/{id}/custody",
                        "/examinations/{id}",
                        "/help-requests",
                        "/incidents",
                        "/incidents with one chosen",
                        "/incidents/joint",
                        "/incidents/{id}",
                        "/incidents/{id}/still",
                        "/inquiries",
                        "/inquiries/{id}",
                        "/intake",
                        "/items",
                        "/items/{id}",
                        "/known-footage",
                        "/known-footage/{id}",
                        "/missing-media",
                        "/missing-media/{id}",
                        "/patrol-plans",
                        "/patrol-plans/effect",
                        "/patrol-plans/new",
                        "/patrol-plans/{id}",
                        "/public/black-spots",
                        "/public/communiques",
                        "/public/communiques/{id}",
                        "/public/data",
                        "/public/receipts",
                        "/public/receipts sent",
                        "/public/statistics",
                        "/reports",
                        "/reports/new",
                        "/reports/{id}",
                        "/reports/{id} opened",
                        "/road-closures",
                        "/road-closures/new",
                        "/run-cards",
                        "/run-cards/new",
                        "/run-cards/{id}",
                        "/sources",
                        "/sources/new",
                        "/sources/{id}",
                        "/unit-tracks/{id}",
                        "/units",
                        "/units/{id}",
                        "/units/{id}/change");
    }

    /** What lists might show too far down. */
    private static List<String> start(String account, PreparedPages prepared) {
        return switch (account) {
            case "officer" -> List.of("/dossiers/" + prepared.proposed(), "/");
            case "dispatcher" ->
                List.of(
                        "/incidents/" + prepared.running(),
                        "/incidents?chosen=" + prepared.running(),
                        "/incidents/" + prepared.running() + "/still",
                        "/incidents/" + prepared.referred(),
                        "/court-decisions/" + prepared.referred(),
                        "/");
            case "commander" ->
                List.of(
                        "/incidents/" + prepared.referred(),
                        "/communiques/" + prepared.communique(),
                        "/escalation-policies/of?jurisdiction=MA-CAS",
                        "/");
            default -> List.of("/");
        };
    }
}
