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

/** What internal affairs see of the time when a file goes. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class InquiryErasurePagesTest {

    private static final String INQUIRY = "/inquiries/01985a00-0000-7000-8000-000000001a01";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "en, To be erased on, Erasure overdue",
        "fr, Effacement prévu le, Effacement en retard",
        "ar, يُمحى في, فات أجل المحو"
    })
    void showsWhenTheFileIsErasedAndThatItIsLate(String language, String when, String late) {
        // Given
        erasure(false);
        String inTime = idris().page(INQUIRY + "?lang=" + language);
        erasure(true);

        // When
        String overdue = idris().page(INQUIRY + "?lang=" + language);

        // Then
        assertThat(inTime).contains(when, "datetime=\"2027-11-26T09:00:00Z\"").doesNotContain(late);
        assertThat(overdue).contains(when, late);
    }

    @Test
    void marksInTheListWhatShouldBeErased() {
        // Given
        services.answer("GET /inquiries", 200, """
                {"items": [{"id": "01985a00-0000-7000-8000-000000001a01", "dossierId": "%s", "jurisdiction": "MA-CAS",
                  "state": "CLOSED", "openedAt": "2026-11-24T21:30:00.000Z", "overdueSteps": 0,
                  "eraseAt": "2027-11-26T09:00:00.000Z", "erasureOverdue": true}], "next": null}
                """.formatted(Ids.DOSSIER));

        // Then
        assertThat(idris().page("/inquiries?lang=en")).contains("Erasure overdue");
    }

    private void erasure(boolean overdue) {
        services.answer(
                "GET " + INQUIRY, 200, FakeServices.resource("inquiry.json").replaceFirst("\"OPEN\"", """
                "CLOSED", "eraseAt": "2027-11-26T09:00:00.000Z", "erasureOverdue": %s""".formatted(
                                overdue)));
    }

    private static Browser idris() {
        return Browser.of("idris", "internal-affairs");
    }
}
