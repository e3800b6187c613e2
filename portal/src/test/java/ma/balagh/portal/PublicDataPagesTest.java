package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class PublicDataPagesTest {

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "ar, القانون رقم 09-08, لا يجري التعرف على أي وجه",
        "fr, loi n° 09-08, Aucun visage",
        "en, Law No. 09-08, No face or voice is recognised"
    })
    void saysWhatIsDoneWithDataAndWhomToAsk(String language, String law, String faces) {
        // When
        var page = given().queryParam("lang", language)
                .get("/public/data")
                .then()
                .statusCode(200)
                .extract();

        // Then
        assertThat(page.asString())
                .contains(law, faces, "CNDP", "donnees@balagh.example.org", "BP 1, Rabat")
                .doesNotContain("<script", "csrf");
        assertThat(page.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(page.header("ETag")).isNotBlank();
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void leadsToTheOtherPagesForThePublic() {
        assertThat(given().get("/public/data?lang=en").asString())
                .contains(
                        "href=\"/public/communiques?lang=en\"",
                        "href=\"/public/receipts?lang=en\"",
                        "aria-current=\"page\">Your data");
    }
}
