package ma.balagh.intake.source.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import ma.balagh.callback.signature.WebhookSignature;
import ma.balagh.intake.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class WebhookResourceTest {

    @Inject
    Database database;

    private final String article = UUID.randomUUID().toString();

    private String source = "";
    private byte[] secret = {};

    @BeforeEach
    void watch() {
        source = watch("WEBHOOK");
        secret = secret(source);
    }

    @Test
    void takesInWhatIsSigned() {
        // When
        deliver(source, secret, "msg-1", Instant.now(), feed()).statusCode(200).body("fresh", equalTo(1));
        // Then
        reports()
                .body("items", hasSize(1))
                .body("items[0].channel", equalTo("PARTNER"))
                .body("items[0].url", equalTo("https://press.example.org/" + article))
                .body("items[0].mediaUrls.url", contains("https://press.example.org/" + article + ".mp4"));
        as(OFFICER)
                .get("/api/v1/sources/" + source)
                .then()
                .body("state", equalTo("WORKING"))
                .body("lastNewAt", notNullValue())
                .body("nextAttemptAt", nullValue())
                .body("lately.reported", equalTo(1))
                .body("lately.setAside", equalTo(0))
                .body("lately.sightings", equalTo(0));
    }

    @Test
    void takesNothingInThatIsPlayedAgain() {
        // Given
        Instant at = Instant.now();
        deliver(source, secret, "msg-1", at, feed()).statusCode(200);
        // Then
        deliver(source, secret, "msg-1", at, feed()).statusCode(200).body("fresh", equalTo(0));
        deliver(source, secret, "msg-1", at.minus(Duration.ofMinutes(6)), feed())
                .statusCode(401);
        deliver(source, secret, "msg-2", at.plus(Duration.ofMinutes(6)), feed()).statusCode(401);
        reports().body("items", hasSize(1));
    }

    @Test
    void learnsNothingFromWhoDoesNotKnowTheSecret() {
        // Given
        byte[] wrong = secret.clone();
        wrong[0]++;
        // Then
        deliver(source, wrong, "msg-1", Instant.now(), feed()).statusCode(401);
        deliver(UUID.randomUUID().toString(), secret, "msg-1", Instant.now(), feed())
                .statusCode(401);
        RestAssured.given()
                .contentType("application/feed+json")
                .body(feed())
                .post("/api/v1/sources/" + source + "/deliveries")
                .then()
                .statusCode(401);
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(feed())
                .post("/api/v1/sources/" + source + "/deliveries")
                .then()
                .statusCode(401);
        reports().body("items", hasSize(0));
    }

    @Test
    void makesOneSecretForTheSameKey() {
        // Given
        String key = UUID.randomUUID().toString();
        // When
        String first = changed(key);
        String again = changed(key);
        // Then
        assertThat(again).isEqualTo(first);
        assertThat(changed(UUID.randomUUID().toString())).isNotEqualTo(first);
    }

    private String changed(String key) {
        return as(OFFICER)
                .header("Idempotency-Key", key)
                .post("/api/v1/sources/" + source + "/secrets")
                .then()
                .statusCode(200)
                .body("earlierUntil", notNullValue())
                .extract()
                .path("secret");
    }

    @Test
    void acceptsTheEarlierSecretForADay() {
        // When
        byte[] newer = secret(source);
        // Then
        deliver(source, secret, "msg-1", Instant.now(), feed()).statusCode(200);
        deliver(source, newer, "msg-2", Instant.now(), feed()).statusCode(200);
    }

    @Test
    void saysWhatCannotBeReadAndTakesItInWhenItCan() {
        // When
        deliver(source, secret, "msg-1", Instant.now(), "<html>")
                .statusCode(400)
                .body("violations.field", contains("body"));
        // Then
        as(OFFICER)
                .get("/api/v1/sources/" + source)
                .then()
                .body("state", equalTo("FAILING"))
                .body("lastFailure.reason", equalTo("UNREADABLE_WEB_PAGE"));
        deliver(source, secret, "msg-1", Instant.now(), feed()).statusCode(200).body("fresh", equalTo(1));
        as(OFFICER).get("/api/v1/sources/" + source).then().body("state", equalTo("WORKING"));
    }

    @Test
    void isDeliveredAgainWhereAnItemCannotBeWritten() {
        // Given
        database.execute("""
                alter table report add constraint report_unwritable_check
                check (url is null or url not like '%%%s%%') not valid
                """.formatted(article));
        // When
        try {
            deliver(source, secret, "msg-1", Instant.now(), feed()).statusCode(500);
        } finally {
            database.execute("alter table report drop constraint report_unwritable_check");
        }
        // Then
        as(OFFICER)
                .get("/api/v1/sources/" + source)
                .then()
                .body("state", equalTo("FAILING"))
                .body("lastFailure.reason", equalTo("UNFORESEEN"));
        deliver(source, secret, "msg-1", Instant.now(), feed())
                .statusCode(200)
                .body("fresh", equalTo(1))
                .body("$", not(hasKey("leftOut")));
        reports().body("items", hasSize(1));
    }

    @Test
    void takesNothingInWhileItIsSwitchedOff() {
        // Given
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Alerts\", \"kind\": \"WEBHOOK\", \"jurisdiction\": \"MA-CAS\", \"enabled\": false}")
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(200);
        // Then
        deliver(source, secret, "msg-1", Instant.now(), feed()).statusCode(409);
    }

    @Test
    void givesSecretsToWhoseTerritoryItIsAndForWebhooksOnly() {
        as(RABAT_OFFICER).post("/api/v1/sources/" + source + "/secrets").then().statusCode(404);
        as(OFFICER).post("/api/v1/sources/" + watch("RSS") + "/secrets").then().statusCode(409);
    }

    private String feed() {
        return """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Alerts", "items": [
                  {"id": "%1$s", "url": "https://press.example.org/%1$s", "title": "كريساج في الدار البيضاء",
                   "content_text": "سرقة بالخطف تحت التهديد بالسلاح الأبيض %1$s",
                   "attachments": [{"url": "https://press.example.org/%1$s.mp4", "mime_type": "video/mp4"}]}]}
                """.formatted(article);
    }

    private ValidatableResponse reports() {
        return as(OFFICER).get("/api/v1/reports?sourceId=" + source).then();
    }

    private static ValidatableResponse deliver(String source, byte[] secret, String id, Instant at, String body) {
        var request = RestAssured.given().contentType("application/feed+json");
        WebhookSignature.headers(id, at, body.getBytes(UTF_8), List.of(secret))
                .forEach(header -> request.header(header.name(), header.value()));
        return request.body(body.getBytes(UTF_8))
                .post("/api/v1/sources/" + source + "/deliveries")
                .then();
    }

    private static String watch(String kind) {
        String url = kind.equals("WEBHOOK") ? "" : ", \"url\": \"https://press.example.org/feed\"";
        return as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Alerts\", \"kind\": \"%s\", \"jurisdiction\": \"MA-CAS\"%s}".formatted(kind, url))
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] secret(String source) {
        String written = as(OFFICER)
                .post("/api/v1/sources/" + source + "/secrets")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("secret");
        assertThat(written).startsWith("whsec_");
        return Base64.getDecoder().decode(written.substring("whsec_".length()));
    }
}
