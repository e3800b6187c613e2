package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.custody.CustodyConfig;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Custody of which much is read is short, and of any length it comes in pages. */
@QuarkusTest
final class CustodyPagesTest {

    private final CustodyConfig config;

    CustodyPagesTest(CustodyConfig config) {
        this.config = config;
    }

    @Test
    void givesTheChainInPagesOldestFirst() {
        // Given
        byte[] clip = Clips.mp4();
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, clip);
        for (int i = 0; i < 6; i++) {
            filed.medium(OFFICER, clip);
        }
        // When
        var sequences = new ArrayList<Integer>();
        String next = null;
        do {
            JsonPath page = page(id, 3, next);
            assertThat(page.getBoolean("intact")).isTrue();
            assertThat(page.getString("evidenceId")).isEqualTo(id.toString());
            sequences.addAll(page.getList("items.sequence", Integer.class));
            next = page.getString("next");
        } while (next != null);
        // Then
        assertThat(sequences).containsExactly(1, 2, 3, 4, 5, 6, 7);
        as(AUDITOR).get(custody(id)).then().body("items", hasSize(7)).body("next", nullValue());
        as(AUDITOR).queryParam("cursor", "eA").get(custody(id)).then().statusCode(400);
        as(AUDITOR).queryParam("cursor", "LTE").get(custody(id)).then().statusCode(400);
        as(AUDITOR).queryParam("limit", 201).get(custody(id)).then().statusCode(400);
    }

    @Test
    void makesOneEntryOfManyReadingsForManyPurposes() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        // When
        for (int i = 0; i < 40; i++) {
            as(ANALYST)
                    .header("X-Purpose", "purpose number " + i + " " + "x".repeat(150))
                    .header("Range", "bytes=" + 3 * i + "-" + (3 * i + 1))
                    .get("/api/v1/evidence/" + id + "/content")
                    .then()
                    .statusCode(206);
        }
        // Then
        as(AUDITOR)
                .get(custody(id))
                .then()
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "CONSULTED")))
                .body("items[1].actor", equalTo("analyst"))
                .body("items[1].detail.reads", equalTo("40"))
                .body("items[1].detail.purpose", containsString("number 0 "))
                .body("items[1].detail.purpose5", containsString("number 4 "))
                .body("items[1].detail.purpose6", nullValue())
                .body("items[1].detail.otherPurposes", equalTo("35"))
                .body("items[1].detail.ranges", startsWith("0-"))
                .body("items[1].detail.ranges", endsWith("-118"))
                .body("items[1].detail.ranges.split(',').size()", lessThanOrEqualTo(20))
                .body("items[1].detail.from", notNullValue())
                .body("items[1].detail.until", notNullValue());
    }

    @Test
    void keepsTheRangesApartWhereTheyAreFew() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        // When
        for (String range : List.of("0-9", "5-19", "20-29", "1000-1999")) {
            as(ANALYST)
                    .header("X-Purpose", "comparing two recordings")
                    .header("Range", "bytes=" + range)
                    .get("/api/v1/evidence/" + id + "/content")
                    .then()
                    .statusCode(206);
        }
        // Then
        as(AUDITOR).get(custody(id)).then().body("items[1].detail.ranges", equalTo("0-29,1000-1999"));
    }

    @Test
    void limitsHowManyEntriesOneAccountCauses() {
        // Given
        Filed filed = Filed.by(OFFICER, Filed.REPORT.replaceFirst("\\{", "{\"reporter\": {\"name\": \"Amina\"},"));
        UUID id = filed.medium(OFFICER, Clips.mp4());
        TestTokens curious = TestTokens.of("curious-" + id, Roles.INTAKE_OFFICER);
        String reporter = "/api/v1/reports/" + filed.id() + "/reporter";
        // When
        int read = 0;
        var answer = as(curious).header("X-Purpose", "calling back the witness").get(reporter);
        while (answer.statusCode() == 200) {
            read++;
            answer = as(curious).header("X-Purpose", "calling back the witness").get(reporter);
        }
        // Then
        answer.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/too-many-readings"));
        assertThat(read).isBetween(config.entriesPerMinute(), 3 * config.entriesPerMinute());
        as(ANALYST)
                .header("X-Purpose", "comparing two recordings")
                .get("/api/v1/evidence/" + id + "/content")
                .then()
                .statusCode(200);
    }

    private static JsonPath page(UUID id, int limit, @Nullable String next) {
        var request = as(AUDITOR).queryParam("limit", limit);
        return (next == null ? request : request.queryParam("cursor", next))
                .get(custody(id))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String custody(UUID id) {
        return "/api/v1/evidence/" + id + "/custody";
    }
}
