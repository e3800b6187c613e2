package ma.balagh.intake;

import static ma.balagh.intake.People.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import ma.balagh.platform.test.TestTokens;

/** A report that a test has filed. Answers are read by Jackson: REST Assured compiles each of its paths anew. */
public record Filed(UUID id, String receipt) {

    /** A complete report from Casablanca. */
    public static final String REPORT = """
            {"channel": "SOCIAL", "url": "https://example.org/v/1", "title": "سرقة بالعنف في الدار البيضاء",
             "text": "شخصان على متن دراجة نارية انتزعا حقيبة سيدة", "language": "ar",
             "publishedAt": "2026-01-02T03:04:05Z", "jurisdiction": "MA-CAS",
             "claim": {"occurredAt": "2026-01-01T22:00:00Z", "place": "شارع الزرقطوني",
                       "latitude": 33.59, "longitude": -7.62}}
            """;

    public static Filed by(TestTokens person) {
        return by(person, REPORT);
    }

    public static Filed by(TestTokens person, String json) {
        var body = post(person, json).statusCode(201).extract().as(JsonNode.class);
        return new Filed(
                UUID.fromString(body.get("id").asText()), body.get("receipt").asText());
    }

    /** Adds a medium and tells the evidence's id. */
    public UUID medium(TestTokens person, byte[] bytes) {
        var body = as(person)
                .contentType("video/mp4")
                .body(bytes)
                .post("/api/v1/reports/" + id + "/media")
                .then()
                .statusCode(201)
                .extract()
                .as(JsonNode.class);
        return UUID.fromString(body.get("evidenceId").asText());
    }

    /** Waits until the receipt says so; consuming an event takes its time on a busy machine. */
    public void awaitStatus(TestTokens person, String status) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        as(person).get("/api/v1/receipts/" + receipt).then().body("status", equalTo(status)));
    }

    public static ValidatableResponse post(TestTokens person, String json) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/reports")
                .then();
    }
}
