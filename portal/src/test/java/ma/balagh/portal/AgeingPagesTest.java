package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class AgeingPagesTest {

    private final FakeServices services = FakeSuite.services();
    private final Browser officer = Browser.of("omar", "intake-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsWhatHasNoAnswerWithTheWayToEachReport() {
        assertThat(officer.page("/ageing?lang=en"))
                .containsSubsequence(
                        "href=\"/reports/" + Ids.REPORT,
                        "كريساج &lt;b&gt;قديم",
                        "Une agression &lt;b&gt;filmée",
                        "BLG-7KQ2-9MFX")
                .contains("<span class=\"count\">1,207</span>", "cursor=later")
                .containsSubsequence("over 7 days", "<strong>1,200</strong>", "1 to 3 days", "under an hour")
                .containsSubsequence("By jurisdiction", "MA-CAS", "unanswered: 1,200");
    }

    @Test
    void saysWhomEachReportWaitsForAndWhy() {
        // Given
        Browser commander = Browser.of("hind", "commander");
        String gone =
                "intake: its medium could not be fetched, somebody has to bring it – The server says that it is gone";

        // Then: the first dossier of the second report is being examined
        assertThat(commander.page("/ageing?lang=en"))
                .containsSubsequence(gone, "laboratory: its media are being examined");
        assertThat(services.last("GET /dossiers").query()).contains("reportId=01985a00-0000-7000-8000-00000000b002");
        services.answer("GET /dossiers", 503, "{}");
        assertThat(commander.page("/ageing?lang=en"))
                .containsSubsequence(gone, "those who decide: its dossier has no verdict yet");
        assertThat(officer.page("/ageing?lang=en"))
                .containsSubsequence(gone, "those who decide: its dossier has no verdict yet");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,false,laboratory: its media are being examined",
        "OPEN,true,'analysts, to propose a verdict'",
        "PROPOSED,true,'judicial police officers, to confirm the proposed verdict'"
    })
    void saysHowFarItsDossierIs(String state, boolean ready, String waits) {
        // Given
        services.answer("GET /dossiers", 200, """
                {"items": [{"id": "%s", "jurisdiction": "MA", "state": "%s", "ready": %s,
                 "openedAt": "2026-11-24T21:30:00.000Z", "reports": 1, "evidence": 1}], "next": null}
                """.formatted(Ids.DOSSIER, state, ready));

        // Then
        assertThat(Browser.of("hind", "commander").page("/ageing?lang=en")).contains(waits);
    }

    @Test
    void narrowsTheListByAgeAndJurisdiction() {
        // When
        String page = officer.page("/ageing?from=UNDER_3_DAYS&jurisdiction=MA-RAB&lang=en");

        // Then
        assertThat(services.last("GET /reports/unanswered").query()).contains("olderThan=PT24H", "jurisdiction=MA-RAB");
        assertThat(page).contains("for at least a day", "hx-get=\"/ageing?from=UNDER_3_DAYS&amp;jurisdiction=MA-RAB\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commander", "auditor"})
    void isInFrontOfThoseWhoAnswerForIt(String role) {
        assertThat(Browser.of("somebody", role).page("/ageing")).contains("href=\"/ageing\"");
    }

    @Test
    void isNoBusinessOfTheOthers() {
        assertThat(Browser.of("amina", "analyst").get("/ageing").statusCode()).isEqualTo(403);
        assertThat(Browser.of("amina", "analyst").page("/reports")).doesNotContain("href=\"/ageing\"");
    }

    @Test
    void showsTheIntakeDeskWhatNeedsItNow() {
        assertThat(officer.page("/intake?lang=en"))
                .containsSubsequence("Sources", "/sources?state=FAILING\">1<", "Assabah &lt;b&gt;")
                .containsSubsequence("Missing media", "/missing-media/" + Ids.LINK)
                .containsSubsequence("Without an answer", "over 7 days", "كريساج &lt;b&gt;قديم")
                .containsSubsequence("Sample to review", "/items/" + Ids.ITEM);
    }

    @Test
    void countsAmongMissingMediaWhatIsTriedInVain() {
        // Given
        String failing = FakeServices.resource("media-links.json")
                .replace("UNOBTAINABLE", "TO_OBTAIN")
                .replace("\"attempts\": 3", "\"attempts\": 6, \"failures\": 6");
        services.answer("GET /media-links", 200, failing);

        // When
        String desk = officer.page("/intake?lang=en");

        // Then
        assertThat(desk).contains("Attempts fail", "attempts: 6").doesNotContain("Nothing is missing");
        services.answer("GET /media-links", 200, "{\"items\": []}");
        assertThat(officer.page("/intake?lang=en")).contains("Nothing is missing");
    }

    @Test
    void callsReportsTheSameOnEveryPage() {
        // Given
        String text = "ع".repeat(200);
        String unanswered =
                "{\"items\": [{\"id\": \"%s\", \"receivedAt\": \"2026-11-23T22:00:00Z\", \"jurisdiction\": \"MA\","
                                .formatted(Ids.REPORT)
                        + " \"receipt\": \"BLG-7KQ2-9MFX\", \"text\": \"" + text + "\"}]}";
        services.answer("GET /reports/unanswered", 200, unanswered);
        services.answer(
                "GET /reports", 200, unanswered.replace("\"text\"", "\"media\": [], \"mediaUrls\": [], \"text\""));
        String heading = "ع".repeat(140) + "…</bdi>";

        // Then
        assertThat(officer.page("/ageing")).contains(heading);
        assertThat(officer.page("/intake")).contains(heading);
        assertThat(officer.page("/reports")).contains(heading);
    }

    @Test
    void keepsTheRestOfTheDeskWhenSomethingIsAway() {
        // Given
        services.answer("GET /sources/health", 503, "{}");
        services.answer("GET /sources", 503, "{}");
        services.answer("GET /reports/ageing", 500, "{}");

        // Then
        assertThat(officer.page("/intake?lang=en"))
                .contains("This part is not available", "/missing-media/" + Ids.LINK, "/items/" + Ids.ITEM);
    }
}
