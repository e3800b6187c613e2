package ma.balagh.intake.report;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class ReportResourceTest {

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @Test
    void filesAReportAndGivesAReceipt() {
        // When
        var response = Filed.post(PARTNER, Filed.REPORT);
        // Then
        String id = response.statusCode(201)
                .body("status", equalTo("RECEIVED"))
                .body("receipt", matchesPattern("BLG(-[0-9A-HJKMNP-TV-Z]{4}){4}"))
                .body("jurisdiction", equalTo("MA-CAS"))
                .body("claim.latitude", equalTo(33.59f))
                .body("publishedAt", equalTo("2026-01-02T03:04:05.000Z"))
                .body("media", hasSize(0))
                .extract()
                .path("id");
        response.header("Location", endsWith("/api/v1/reports/" + id)).header("ETag", notNullValue());
        as(OFFICER).get("/api/v1/reports/" + id).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void tellsTheOthersThatAReportWasReceived() {
        // When
        Filed filed = Filed.by(PARTNER);
        // Then
        var told = kafka.await(ReportReceived.class, event -> event.reportId().equals(filed.id()));
        assertThat(told.jurisdiction()).isEqualTo("MA-CAS");
        assertThat(told.claim()).isNotNull();
        assertThat(told.text()).contains("دراجة");
    }

    @Test
    void keepsMediaThatItCannotFetchYetInSight() {
        // When
        Filed filed = Filed.by(OFFICER, """
                {"channel": "PRESS", "mediaUrls": ["https://example.org/a.mp4", "https://example.org/b.mp4"]}
                """);
        // Then
        as(OFFICER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("mediaUrls.url", equalTo(List.of("https://example.org/a.mp4", "https://example.org/b.mp4")))
                .body("mediaUrls.state", equalTo(List.of("TO_OBTAIN", "TO_OBTAIN")))
                .body("jurisdiction", equalTo("MA"));
    }

    @Test
    void answersTheSameKeyWithTheSameReport() {
        // Given
        String key = UUID.randomUUID().toString();
        // When
        String first = filedWith(key, Filed.REPORT);
        String second = filedWith(key, Filed.REPORT);
        // Then
        assertThat(second).isEqualTo(first);
        as(PARTNER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"channel\": \"PRESS\", \"text\": \"another\"}")
                .post("/api/v1/reports")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void filesOnceWhenTheSameKeyComesFromTwoClientsAtOnce() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        List<Callable<String>> clients = IntStream.range(0, 6)
                .<Callable<String>>mapToObj(i -> () -> filedWith(key, Filed.REPORT))
                .toList();
        // When
        List<Future<String>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(clients);
        }
        // Then
        assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
    }

    @Test
    void showsAPartnerItsOwnReportsOnly() {
        // Given
        Filed filed = Filed.by(PARTNER);
        // Then
        as(PARTNER).get("/api/v1/reports/" + filed.id()).then().statusCode(200);
        as(OTHER_PARTNER).get("/api/v1/reports/" + filed.id()).then().statusCode(404);
        as(OTHER_PARTNER)
                .get("/api/v1/reports?limit=200")
                .then()
                .body("items.id", not(hasItem(filed.id().toString())));
    }

    @Test
    void showsStaffTheirJurisdictionsOnly() {
        // Given
        Filed filed = Filed.by(PARTNER);
        // Then
        as(CASABLANCA_OFFICER).get("/api/v1/reports/" + filed.id()).then().statusCode(200);
        as(RABAT_OFFICER).get("/api/v1/reports/" + filed.id()).then().statusCode(404);
        as(RABAT_OFFICER)
                .get("/api/v1/reports?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(filed.id().toString())));
    }

    @Test
    void findsArabicAndFrenchWordsInOtherForms() {
        // Given
        Filed arabic = Filed.by(OFFICER, """
                {"channel": "PRESS", "text": "وقعت السرقات بالقرب من المدرستين"}
                """);
        Filed french = Filed.by(OFFICER, """
                {"channel": "PRESS", "text": "Deux individus agressaient des passantes"}
                """);
        // Then
        assertThat(found("q", "سرقة")).contains(arabic.id().toString());
        assertThat(found("q", "agresser passante")).contains(french.id().toString());
        assertThat(found("q", "introuvable")).isEmpty();
    }

    @Test
    void narrowsAListByStatusChannelJurisdictionAndTime() {
        // Given
        Filed filed = Filed.by(OFFICER);
        String id = filed.id().toString();
        // Then
        assertThat(found("channel", "SOCIAL")).contains(id);
        assertThat(found("channel", "DESK")).doesNotContain(id);
        assertThat(found("status", "RECEIVED")).contains(id);
        assertThat(found("status", "ANSWERED")).doesNotContain(id);
        assertThat(found("jurisdiction", "MA-CAS")).contains(id);
        assertThat(found("jurisdiction", "MA-RAB")).doesNotContain(id);
        assertThat(found("from", "2026-01-01T00:00:00Z")).contains(id);
        assertThat(found("to", "2026-01-01T00:00:00Z")).isEmpty();
        assertThat(found("sourceId", UUID.randomUUID().toString())).isEmpty();
        as(OFFICER)
                .get("/api/v1/reports?status=LOST")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"));
    }

    @Test
    void walksThroughPagesWithoutRepeatingOrMissingAReport() {
        // Given
        List<String> filed = IntStream.range(0, 5)
                .mapToObj(i -> Filed.by(PARTNER).id().toString())
                .toList();
        // When
        var seen = new java.util.ArrayList<String>();
        String cursor = null;
        do {
            var request = as(PARTNER).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/reports")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        // Then
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(filed.reversed());
    }

    @Test
    void answersNotModifiedToAReaderWhoHasItAlready() {
        // Given
        Filed filed = Filed.by(OFFICER);
        String tag = as(ANALYST).get("/api/v1/reports/" + filed.id()).header("ETag");
        // Then
        as(ANALYST)
                .header("If-None-Match", tag)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @Test
    void answersNothingYet() {
        // When
        Filed filed = Filed.by(OFFICER);
        // Then
        as(OFFICER).get("/api/v1/reports/" + filed.id()).then().body("answer", nullValue());
    }

    private static String filedWith(String key, String json) {
        return as(PARTNER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(json)
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .body()
                .asString();
    }

    private static List<String> found(String filter, String value) {
        return as(OFFICER)
                .queryParam(filter, value)
                .queryParam("limit", 200)
                .get("/api/v1/reports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }
}
