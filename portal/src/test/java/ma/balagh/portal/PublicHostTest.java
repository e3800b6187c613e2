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
import org.junit.jupiter.params.provider.ValueSource;

/** At a host of their own there are the pages for the public, and nothing else. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class PublicHostTest {

    private static final String HOST = "public.example.org";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer("GET /public/receipts/BLG-1", 200, FakeServices.resource("public-receipt.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/communiques", "/public/receipts", "/public/data", "/static/mark.svg"})
    void showsThePagesForThePublicThereAndAtThePortals(String path) {
        assertThat(given().header("Host", HOST).get(path).statusCode()).isEqualTo(200);
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/public", "/public/"})
    void beginsWithTheAnswerToTheCampaign(String path) {
        // When
        var answer = given().redirects().follow(false).header("Host", HOST).get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/public/statistics").doesNotContain("localhost");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @Test
    void takesNothingAtItsRoot() {
        assertThat(given().header("Host", HOST).post("/").statusCode()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/dossiers", "/publications", "/logout", "/public/../dossiers", "/static/../dossiers"})
    void showsNothingElseThere(String path) {
        // When
        var answer = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Host", HOST)
                .get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(421);
        assertThat(services.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://public.example.org", "http://evil.test"})
    void takesTheFormFromItsOwnPageAlone(String origin) {
        // When
        int status = given().header("Host", HOST)
                .header("Origin", origin)
                .formParam("code", "BLG-1")
                .post("/public/receipts")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(origin.contains("evil") ? 403 : 200);
    }
}
