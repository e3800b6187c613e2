package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of communiqués that have the same headline. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class CommuniqueFatesTest {

    private static final String ID = "01985a00-0000-7000-8000-0000000c04";
    private static final String CORRECTION = ID + "03";
    private static final String CORRECTED = ID + "02";
    private static final String RETRACTED = ID + "01";
    private static final String CORRECTED_AT = "2026-11-29T14:00:00Z";

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void threeOfOneHeadline() {
        services.reset();
        answer(CORRECTED_AT);
    }

    private void answer(String correctedAt) {
        services.answer(
                "GET /communiques",
                200,
                "{\"items\": [%s, %s, %s], \"next\": null}"
                        .formatted(
                                correction(),
                                one(CORRECTED, "APPROVED", """
                    "edited": {"by": "amal", "at": "2026-11-29T13:00:00Z"},
                    "correctedBy": "%s", "correctedAt": "%s"
                    """.formatted(CORRECTION, correctedAt)),
                                one(RETRACTED, "RETRACTED", """
                    "edited": {"by": "amal", "at": "2026-11-29T13:00:00Z"},
                    "retracted": {"by": "nadia<b>", "at": "2026-11-29T15:30:00Z"}, "retractionReason": "faux <b> chiffre"
                    """)));
    }

    private static String correction() {
        return one(CORRECTION, "APPROVED", """
            "edited": {"by": "omar<b>", "at": "2026-11-29T13:45:00Z"}, "corrects": "%s"
            """.formatted(CORRECTED));
    }

    private static String one(String id, String state, String more) {
        return """
            {"id": "%s", "jurisdiction": "MA-CAS", "kind": "STATEMENT", "state": "%s",
             "headlines": {"ar": "سرقات", "fr": "Vols", "en": "Thefts"},
             "approved": {"by": "badr", "at": "2026-11-29T13:22:00Z"}, "publishedAt": "2026-11-29T13:22:00Z", %s}
            """.formatted(id, state, more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Rectifie celui du 29 novembre 2026, 14:22 | Rectifié le 29 novembre 2026, 15:00 par \u2068omar&lt;b&gt;\u2069"
                        + " | Retiré le 29 novembre 2026, 16:30 par \u2068nadia&lt;b&gt;\u2069\u00a0: \u2068faux &lt;b&gt; chiffre\u2069",
                "en | Corrects that of 29 November 2026, 14:22 | Corrected on 29 November 2026, 15:00 by \u2068omar&lt;b&gt;\u2069"
                        + " | Withdrawn on 29 November 2026, 16:30 by \u2068nadia&lt;b&gt;\u2069: \u2068faux &lt;b&gt; chiffre\u2069",
                "ar | يصحح البلاغ الصحفي المنشور في | وكتب تصحيحه \u2068omar&lt;b&gt;\u2069 | سحبه \u2068nadia&lt;b&gt;\u2069"
            })
    void saysWhichOneCorrectsAndWhichOneNoLongerHolds(
            String language, String corrects, String corrected, String retracted) {
        for (String path : new String[] {"/communiques", "/command-desk"}) {
            assertThat(commander.page(path + "?lang=" + language))
                    .containsSubsequence(
                            "/communiques/" + CORRECTION,
                            corrects,
                            "/communiques/" + CORRECTED,
                            corrected,
                            "/communiques/" + RETRACTED,
                            retracted);
        }
    }

    @ParameterizedTest
    @CsvSource({"fr,Rédigé par,Approuvé par", "en,Written by,Approved by", "ar,كتبه,وافق عليه"})
    void saysWhoWroteAndWhoApprovedInTheWordsOfTheDesk(String language, String written, String approved) {
        // Given
        services.answer(
                "GET /communiques/" + Ids.COMMUNIQUE,
                200,
                FakeServices.resource("communique.json")
                        .replaceFirst("\\{", "{\"approved\": {\"by\": \"badr\", \"at\": \"2026-11-29T13:22:00Z\"},"));

        // Then
        for (String path : new String[] {"/communiques/" + Ids.COMMUNIQUE, "/communiques", "/command-desk"}) {
            assertThat(commander.page(path + "?lang=" + language)).contains(written, approved);
        }
    }

    @Test
    void saysTheSameInTheFiles() throws IOException {
        assertThat(commander.page("/command-desk/csv?lang=en"))
                .contains(
                        "\"Thefts (0C0403)\",\"Corrects another communiqué\",\"0C0402\"\n",
                        "\"Thefts (0C0402)\",\"State\",\"Published\"\n",
                        "\"Thefts (0C0402)\",\"Publication\",2026-11-29T14:22:00+01:00\n",
                        "\"Corrected by another communiqué\",\"0C0403 2026-11-29T15:00:00+01:00\"\n",
                        "\"Thefts (0C0401)\",\"State\",\"Withdrawn\"\n",
                        "\"Thefts (0C0401)\",\"Withdrawn by\",\"nadia<b>\"\n",
                        "\"Reason (for staff only)\",\"faux <b> chiffre\"\n")
                .doesNotContain("\n\n");
        try (var document =
                Loader.loadPDF(commander.get("/command-desk/pdf?lang=en").asByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Corrects that of", "Corrected on", "Withdrawn on");
        }
    }

    @Test
    void saysThatACorrectionUnderEmbargoIsStillToCome() {
        // Given
        answer(Instant.now().plus(Duration.ofDays(1)).toString());

        // Then
        assertThat(commander.page("/communiques?lang=en"))
                .contains("Will be corrected on")
                .doesNotContain("Corrected on");
    }

    @Test
    void saysWhatIsKnownWithoutTheOtherOne() {
        // Given
        services.answer("GET /communiques", 200, "{\"items\": [%s], \"next\": null}".formatted(correction()));

        // Then
        assertThat(commander.page("/communiques?lang=en")).contains("Corrects another communiqué");
    }
}
