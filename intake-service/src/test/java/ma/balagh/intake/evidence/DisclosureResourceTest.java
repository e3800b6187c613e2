package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class DisclosureResourceTest {

    private static final TestTokens JUDICIAL = TestTokens.of("officer", Roles.JUDICIAL_OFFICER);
    private static final TestTokens JUDICIAL_IN_RABAT =
            TestTokens.of("rabat-officer", Roles.JUDICIAL_OFFICER).withJurisdictions("MA-RAB");
    private static final String BODY = """
            {"recipient": "Tribunal de première instance, Casablanca", "reference": "TPI-CAS/12"}
            """;

    @Test
    void recordsToWhomACopyWasHandedOnce() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        String key = UUID.randomUUID().toString();
        // When
        for (int i = 0; i < 2; i++) {
            post(with(JUDICIAL).header("Idempotency-Key", key), id, BODY)
                    .statusCode(201)
                    .body("reference", equalTo("TPI-CAS/12"))
                    .body("by", equalTo("officer"));
        }
        // Then
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items", hasSize(2))
                .body("items[1].action", equalTo("DISCLOSED"))
                .body("items[1].detail.recipient", equalTo("Tribunal de première instance, Casablanca"))
                .body("items[1].detail.purpose", equalTo("ordered by the court"));
    }

    @Test
    void refusesWhoMayNotAndWhatSaysTooLittle() {
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        post(with(ANALYST), id, BODY).statusCode(403);
        post(with(JUDICIAL_IN_RABAT), id, BODY).statusCode(404);
        post(as(JUDICIAL), id, BODY).statusCode(428);
        post(with(JUDICIAL), id, "{}").statusCode(400).body("violations[0].field", equalTo("recipient"));
        post(with(JUDICIAL), id, "{\"recipient\": \"" + "x".repeat(201) + "\"}").statusCode(400);
    }

    private static RequestSpecification with(TestTokens person) {
        return as(person).header("X-Purpose", "ordered by the court");
    }

    private static ValidatableResponse post(RequestSpecification request, UUID id, String body) {
        return request.contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/evidence/" + id + "/disclosures")
                .then();
    }
}
