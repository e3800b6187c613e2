package ma.balagh.intake.source;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
final class SourceResourceTest {

    private static final String FEED = """
            {"name": "Assabah", "kind": "RSS", "url": "https://assabah.example.ma/feed", "interval": "PT10M",
             "jurisdiction": "MA-CAS", "keywords": ["كريساج", "كريساج"], "enabled": true}
            """;

    @Test
    void watchesASourceFromNowOn() {
        // When
        ValidatableResponse response = post(OFFICER, FEED);
        // Then
        String id = response.statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Assabah"))
                .body("interval", equalTo("PT10M"))
                .body("state", equalTo("UNTRIED"))
                .body("keywords", contains("كريساج"))
                .body("lastSuccessAt", nullValue())
                .body("lastFailure", nullValue())
                .extract()
                .path("id");
        response.header("Location", endsWith("/api/v1/sources/" + id));
        Instant next = Instant.parse(response.extract().path("nextAttemptAt"));
        assertThat(next).isBeforeOrEqualTo(Instant.now());
        as(OFFICER).get("/api/v1/sources/" + id).then().statusCode(200).body("kind", equalTo("RSS"));
        as(OFFICER).get("/api/v1/sources?kind=RSS").then().body("items.id", hasItem(id));
        as(OFFICER).get("/api/v1/sources?kind=ATOM").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void fillsInWhatIsNotSaid() {
        post(
                        CASABLANCA_OFFICER,
                        "{\"name\": \"Tag\", \"kind\": \"MASTODON_TAG\", \"url\": \"https://mastodon.example/tags/x\"}")
                .statusCode(201)
                .body("interval", equalTo("PT5M"))
                .body("jurisdiction", equalTo("MA-CAS"))
                .body("enabled", equalTo(true))
                .body("url", equalTo("https://mastodon.example/api/v1/timelines/tag/x?limit=40"));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        post(CASABLANCA_OFFICER, """
                        {"name": " ", "url": "ftp://x", "interval": "PT1S", "jurisdiction": "MA-RAB", "keywords": [""]}
                        """)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("name", "kind", "url", "interval", "jurisdiction", "keywords[0]"));
        post(OFFICER, FEED.replace("PT10M", "ten minutes"))
                .statusCode(400)
                .body("violations.field", contains("interval"));
        post(OFFICER, FEED.replace("\"RSS\"", "\"TELEGRAM\""))
                .statusCode(400)
                .body("violations.field", contains("kind"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/feed",
        "http://169.254.169.254/latest",
        "http://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "http://intake/",
        "https://a@b.example/",
        "http://example.org:22/"
    })
    void refusesAnAddressThatIsNeverFetched(String url) {
        post(OFFICER, FEED.replace("https://assabah.example.ma/feed", url))
                .statusCode(400)
                .body("violations.field", contains("url"));
    }

    @Test
    void changesASourceThatIsAsTheOfficerReadIt() {
        // Given
        String id = watch(OFFICER);
        String muted = FEED.replace("true", "false").replace("PT10M", "PT1H");
        // When
        as(OFFICER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(muted)
                .put("/api/v1/sources/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("OFF"))
                .body("interval", equalTo("PT1H"))
                .body("nextAttemptAt", nullValue());
        // Then
        as(OFFICER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(FEED)
                .put("/api/v1/sources/" + id)
                .then()
                .statusCode(412);
        as(OFFICER).post("/api/v1/sources/" + id + "/poll").then().statusCode(409);
    }

    @Test
    void pollsASourceNow() {
        // Given
        String id = watch(OFFICER);
        // Then
        as(OFFICER)
                .post("/api/v1/sources/" + id + "/poll")
                .then()
                .statusCode(202)
                .body("nextAttemptAt", notNullValue());
    }

    @Test
    void forgetsASourceThatIsRemoved() {
        // Given
        String id = watch(OFFICER);
        // When
        as(OFFICER).delete("/api/v1/sources/" + id).then().statusCode(204);
        // Then
        as(OFFICER).get("/api/v1/sources/" + id).then().statusCode(404);
        as(OFFICER).delete("/api/v1/sources/" + id).then().statusCode(404);
        as(OFFICER).get("/api/v1/sources").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void showsASourceToWhoseTerritoryItIs() {
        // Given
        String id = watch(OFFICER);
        // Then
        as(CASABLANCA_OFFICER).get("/api/v1/sources/" + id).then().statusCode(200);
        as(RABAT_OFFICER).get("/api/v1/sources/" + id).then().statusCode(404);
        as(RABAT_OFFICER).post("/api/v1/sources/" + id + "/poll").then().statusCode(404);
        as(RABAT_OFFICER).delete("/api/v1/sources/" + id).then().statusCode(404);
        as(RABAT_OFFICER).get("/api/v1/sources").then().body("items.id", not(hasItem(id)));
        as(ANALYST).get("/api/v1/sources/" + id).then().statusCode(403);
    }

    @Test
    void tellsHowTheSourcesOfATerritoryAreDoing() {
        // Given
        int before = as(RABAT_OFFICER)
                .get("/api/v1/sources/health")
                .then()
                .statusCode(200)
                .body("failing", equalTo(0))
                .body("failingSince", nullValue())
                .extract()
                .path("off");
        // When
        post(RABAT_OFFICER, FEED.replace("MA-CAS", "MA-RAB").replace("true", "false"))
                .statusCode(201);
        post(OFFICER, FEED.replace("true", "false")).statusCode(201);
        // Then
        as(RABAT_OFFICER).get("/api/v1/sources/health").then().body("off", equalTo(before + 1));
        as(ANALYST).get("/api/v1/sources/health").then().statusCode(403);
    }

    @Test
    void countsNothingOfASourceThatToldNothing() {
        post(OFFICER, FEED).body("lately.reported", equalTo(0)).body("lately.since", notNullValue());
    }

    @Test
    void watchesOnceWhatIsAskedTwice() {
        // Given
        var request = as(OFFICER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "watch-1")
                .body(FEED);
        // Then
        String first =
                request.post("/api/v1/sources").then().statusCode(201).extract().path("id");
        request.post("/api/v1/sources").then().statusCode(201).body("id", equalTo(first));
    }

    private static String watch(TestTokens officer) {
        return post(officer, FEED).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse post(TestTokens officer, String json) {
        return as(officer)
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/sources")
                .then();
    }
}
